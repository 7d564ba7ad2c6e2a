using Classifier.Core.Features;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>A compiled model for one script, with the class that each row of scores stands for.</summary>
public sealed record ScriptModel(Script Script, LinearModel Model, IReadOnlyList<string> Classes);

/// <summary>
/// Tells Dutch, English, Kurmanji and Sorani from everything else. One model for each script; its neighbours (Turkish,
/// Zazaki, Persian, Afrikaans, ...) are classes of their own, which all surface as <c>und</c>. Immutable.
/// </summary>
public sealed class LanguageIdentifier(LanguageSpec spec, IReadOnlyList<ScriptModel> models)
{
    private const int MinLetters = 2;

    private readonly ScriptTags[] _tags = [.. models.Select(m => new ScriptTags(m, spec.Checked()))];

    public LanguageSpec Spec { get; } = spec;

    /// <summary>Identifies the whole text that a scratch holds, normalised.</summary>
    public LanguageGuess Identify(FeatureScratch scratch) =>
        Identify(scratch, ScriptsOf(scratch.Text), 0, scratch.Text.Tokens.Length);

    /// <summary>Identifies a run of tokens by the script of most of its letters.</summary>
    public LanguageGuess Identify(FeatureScratch scratch, int first, int end) =>
        Identify(scratch, scratch.Text.ScriptsOf(first, end), first, end);

    /// <summary>Identifies a run of tokens by its words in one script.</summary>
    /// <param name="scratch">Holds the normalised text; its passage features are overwritten.</param>
    /// <param name="letters">The letters that decide which script it is.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    public LanguageGuess Identify(FeatureScratch scratch, ScriptCounts letters, int first, int end)
    {
        var script = letters.Dominant;
        foreach (var model in _tags)
        {
            if (model.Script == script && letters.Total >= MinLetters)
            {
                return Identify(scratch, model, first, end);
            }
        }

        return Unknown(script);
    }

    /// <summary>Two English hashtags must not hide two words of Sorani: they count where there is hardly anything else.</summary>
    private static ScriptCounts ScriptsOf(NormalizedText text)
    {
        if ((text.Cues & TextCues.Hashtag) == 0)
        {
            return text.Scripts;
        }

        var outside = text.ScriptsOf(0, text.Tokens.Length, hashtags: false);
        return outside.Total >= MinLetters ? outside : text.Scripts;
    }

    private LanguageGuess Identify(FeatureScratch scratch, ScriptTags model, int first, int end)
    {
        var text = scratch.Text;
        var words = scratch.WordsOf(model.Words, model.Model);
        var divisor = LanguageFeatures.Read(text, model.Script, Spec, first, end, words, scratch.Passage);
        if (divisor == 0)
        {
            return Unknown(model.Script);
        }

        Span<float> scores = stackalloc float[model.Model.Stride];
        model.Model.Bias.CopyTo(scores);
        words.AddTo(scores, divisor);
        model.Model.AddTo(scores, scratch.Passage);
        var top = model.Top(scores);
        var reliable = top[0].Score >= Spec.ReliableFrom && LanguageFeatures.CountWords(text, model.Script, first, end) > 1;
        return new(top[0].Tag, top[0].Score, reliable, model.Script, top);
    }

    private static LanguageGuess Unknown(Script script) =>
        new(Languages.Undetermined, 1, false, script, [new(Languages.Undetermined, 1)]);

    /// <summary>A script's model with the tag that each class surfaces as.</summary>
    private sealed class ScriptTags
    {
        private readonly string[] _tags;
        private readonly int[] _tagOf;
        private readonly float[] _shift;

        public ScriptTags(ScriptModel model, LanguageSpec spec)
        {
            Script = model.Script;
            Model = model.Model;
            Words = new LanguageWords(model.Script, spec);
            _tags = [.. model.Classes.Where(Languages.IsTagged), Languages.Undetermined];
            _tagOf = [.. model.Classes.Select(c => Languages.IsTagged(c) ? Array.IndexOf(_tags, c) : _tags.Length - 1)];
            _shift = [.. model.Classes.Select(c => Languages.IsTagged(c) ? 0 : MathF.Log(spec.OtherPriorOf(model.Script)))];
        }

        public Script Script { get; }

        public LinearModel Model { get; }

        public LanguageWords Words { get; }

        /// <summary>Probabilities of the tags, likeliest first.</summary>
        /// <param name="scores">Raw scores of the classes; overwritten.</param>
        public LanguageScore[] Top(Span<float> scores)
        {
            scores = scores[.._tagOf.Length];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += _shift[i];
            }

            Softmax.InPlace(scores);
            var top = new LanguageScore[_tags.Length];
            for (var i = 0; i < scores.Length; i++)
            {
                ref var tag = ref top[_tagOf[i]];
                tag = new(_tags[_tagOf[i]], tag.Score + scores[i]);
            }

            Array.Sort(top, static (a, b) => b.Score.CompareTo(a.Score));
            return top;
        }
    }
}
