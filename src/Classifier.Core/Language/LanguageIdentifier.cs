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

    public LanguageSpec Spec { get; } = spec.Checked();

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
        var model = models.FirstOrDefault(m => m.Script == script);
        if (model is null || letters.Total < MinLetters)
        {
            return Unknown(script);
        }

        LanguageFeatures.Extract(text, script, Spec, first, end, scratch);
        return scratch.Count == 0 ? Unknown(script) : Decide(text, first, end, model, scratch);
    }

    private LanguageGuess Decide(NormalizedText text, int first, int end, ScriptModel model, FeatureList features)
    {
        Span<float> scores = stackalloc float[MaxClasses];
        scores = scores[..model.Classes.Count];
        model.Model.Score(features, scores);
        WeighOthers(model.Classes, scores);
        Softmax.InPlace(scores);
        var top = ByTag(model.Classes, scores);
        var lead = top[0].Score - (top.Count > 1 ? top[1].Score : 0);
        if (lead < Spec.Margin && top[0].Tag != Languages.Undetermined)
        {
            return new(Languages.Undetermined, 1 - top[0].Score, false, model.Script, top);
        }

        var words = LanguageFeatures.CountWords(text, model.Script, first, end);
        return new(top[0].Tag, top[0].Score, top[0].Score >= Spec.ReliableFrom && words > 1, model.Script, top);
    }

    private void WeighOthers(IReadOnlyList<string> classes, Span<float> scores)
    {
        var shift = MathF.Log(Spec.OtherPrior);
        for (var i = 0; i < classes.Count; i++)
        {
            scores[i] += Languages.IsTagged(classes[i]) ? 0 : shift;
        }
    }

    private static List<LanguageScore> ByTag(IReadOnlyList<string> classes, ReadOnlySpan<float> probabilities)
    {
        var top = new List<LanguageScore>(4);
        var und = 0f;
        for (var i = 0; i < classes.Count; i++)
        {
            if (Languages.IsTagged(classes[i]))
            {
                top.Add(new(classes[i], probabilities[i]));
            }
            else
            {
                und += probabilities[i];
            }
        }

        top.Add(new(Languages.Undetermined, und));
        top.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return top;
    }

    private static LanguageGuess Unknown(Script script) =>
        new(Languages.Undetermined, 1, false, script, [new(Languages.Undetermined, 1)]);
}
