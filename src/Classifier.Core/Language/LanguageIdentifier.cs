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
    private const int MaxClasses = 128;
    private const int MinLetters = 2;

    private readonly ScriptTags[] _tags = [.. models.Select(m => new ScriptTags(m, spec.Checked()))];

    public LanguageSpec Spec { get; } = spec;

    /// <summary>Identifies a whole normalised text.</summary>
    public LanguageGuess Identify(NormalizedText text, FeatureList scratch) =>
        Identify(text, text.Scripts, 0, text.Tokens.Length, scratch);

    /// <summary>Identifies a run of tokens by the script of most of its letters.</summary>
    public LanguageGuess Identify(NormalizedText text, int first, int end, FeatureList scratch) =>
        Identify(text, text.ScriptsOf(first, end), first, end, scratch);

    /// <summary>Identifies a run of tokens by its words in one script.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="letters">The letters that decide which script it is.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="scratch">Filled with the run's features.</param>
    public LanguageGuess Identify(NormalizedText text, ScriptCounts letters, int first, int end, FeatureList scratch)
    {
        var script = letters.Dominant;
        foreach (var model in _tags)
        {
            if (model.Script == script && letters.Total >= MinLetters)
            {
                LanguageFeatures.Extract(text, script, Spec, first, end, scratch);
                return scratch.Count == 0 ? Unknown(script) : Decide(text, first, end, model, scratch);
            }
        }

        return Unknown(script);
    }

    private LanguageGuess Decide(NormalizedText text, int first, int end, ScriptTags model, FeatureList features)
    {
        Span<float> scores = stackalloc float[MaxClasses];
        var top = model.Top(features, scores);
        var reliable = top[0].Score >= Spec.ReliableFrom && LanguageFeatures.CountWords(text, model.Script, first, end) > 1;
        return new(top[0].Tag, top[0].Score, reliable, model.Script, top);
    }

    private static LanguageGuess Unknown(Script script) =>
        new(Languages.Undetermined, 1, false, script, [new(Languages.Undetermined, 1)]);

    /// <summary>A script's model with the tag that each class surfaces as.</summary>
    private sealed class ScriptTags
    {
        private readonly LinearModel _model;
        private readonly string[] _tags;
        private readonly int[] _tagOf;
        private readonly float[] _shift;

        public ScriptTags(ScriptModel model, LanguageSpec spec)
        {
            Script = model.Script;
            _model = model.Model;
            _tags = [.. model.Classes.Where(Languages.IsTagged), Languages.Undetermined];
            _tagOf = [.. model.Classes.Select(c => Languages.IsTagged(c) ? Array.IndexOf(_tags, c) : _tags.Length - 1)];
            _shift = [.. model.Classes.Select(c => Languages.IsTagged(c) ? 0 : MathF.Log(spec.OtherPriorOf(model.Script)))];
        }

        public Script Script { get; }

        /// <summary>Probabilities of the tags, likeliest first.</summary>
        public LanguageScore[] Top(FeatureList features, Span<float> scores)
        {
            scores = scores[.._tagOf.Length];
            _model.Score(features, scores);
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
