using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>A script's model with the tag that each class surfaces as.</summary>
internal sealed class ScriptTags
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
