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

    /// <summary>Tokens of a long text that are read first.</summary>
    private const int Sample = 24;

    /// <summary>
    /// Tokens up to which a text is read whole at once; a sample of it would save less than it may cost.
    /// </summary>
    private const int MostAtOnce = 32;

    /// <summary>
    /// Probability from which a sample speaks for the text. Words of two languages hardly ever reach it, so that a text
    /// of both is not told by the words that were hit.
    /// </summary>
    private const float Clear = 0.9999f;

    private readonly ScriptTags[] _tags = [.. models.Select(m => new ScriptTags(m, spec.Checked()))];

    public LanguageSpec Spec { get; } = spec;

    /// <summary>
    /// Identifies the whole text that a scratch holds, normalised. A long text is told from a few words all over it
    /// where they leave no doubt, and then has the probability of a text of these words.
    /// </summary>
    public LanguageGuess Identify(FeatureScratch scratch)
    {
        var (letters, tokens) = (ScriptsOf(scratch.Text), scratch.Text.Tokens.Length);
        if (ModelOf(letters) is not { } model)
        {
            return Unknown(letters.Dominant);
        }

        if (tokens > MostAtOnce
            && Identify(scratch, model, 0, tokens, Sample) is { Score: >= Clear, Reliable: true } guess)
        {
            return guess;
        }

        return Identify(scratch, model, 0, tokens, tokens);
    }

    /// <summary>Identifies a run of tokens by the script of most of its letters.</summary>
    public LanguageGuess Identify(FeatureScratch scratch, int first, int end) =>
        Identify(scratch, scratch.Text.ScriptsOf(first, end), first, end);

    /// <summary>Identifies a run of tokens by its words in one script.</summary>
    /// <param name="scratch">Holds the normalised text; its passage features are overwritten.</param>
    /// <param name="letters">The letters that decide which script it is.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    public LanguageGuess Identify(FeatureScratch scratch, ScriptCounts letters, int first, int end) =>
        ModelOf(letters) is { } model ? Identify(scratch, model, first, end, end - first) : Unknown(letters.Dominant);

    private ScriptTags? ModelOf(ScriptCounts letters)
    {
        var script = letters.Dominant;
        foreach (var model in _tags)
        {
            if (model.Script == script && letters.Total >= MinLetters)
            {
                return model;
            }
        }

        return null;
    }

    /// <summary>
    /// Two English hashtags must not hide two words of Sorani: they count where there is hardly anything else.
    /// </summary>
    private static ScriptCounts ScriptsOf(NormalizedText text)
    {
        if ((text.Cues & TextCues.Hashtag) == 0)
        {
            return text.Scripts;
        }

        var outside = text.ScriptsOf(0, text.Tokens.Length, hashtags: false);
        return outside.Total >= MinLetters ? outside : text.Scripts;
    }

    private LanguageGuess Identify(FeatureScratch scratch, ScriptTags model, int first, int end, int count)
    {
        var words = scratch.WordsOf(model.Words, model.Model);
        var read = LanguageReading.Of(scratch.Text, model.Script, Spec, first, end, count, words, scratch.Passage);
        if (read.Divisor == 0)
        {
            return Unknown(model.Script);
        }

        Span<float> scores = stackalloc float[model.Model.Stride];
        model.Model.Bias.CopyTo(scores);
        words.AddTo(scores, read.Divisor);
        var top = model.Top(scores);
        var enough = read.Words > (count < end - first ? Sample / 2 : 1);
        return new(top[0].Tag, top[0].Score, enough && top[0].Score >= Spec.ReliableFrom, model.Script, top);
    }

    private static LanguageGuess Unknown(Script script) =>
        new(Languages.Undetermined, 1, false, script, [new(Languages.Undetermined, 1)]);
}
