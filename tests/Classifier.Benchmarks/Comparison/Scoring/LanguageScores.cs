using Classifier.Core.Language;
using Classifier.Training.Evaluation;

namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>Right and wrong answers of one identifier, by kind of text and by neighbour.</summary>
internal sealed class LanguageScores
{
    private readonly IReadOnlyList<(LanguageRow Row, string Tag)> _answers;
    private readonly Dictionary<string, ClassificationReport> _kinds;

    /// <param name="rows">The rows.</param>
    /// <param name="tags">The tag given to each.</param>
    public LanguageScores(IReadOnlyList<LanguageRow> rows, IReadOnlyList<string> tags)
    {
        _answers = [.. rows.Zip(tags)];
        _kinds = LanguageCuts.KindNames.ToDictionary(k => k, _ => new ClassificationReport(Tags, onlyTrue: true));
        foreach (var (row, tag) in _answers)
        {
            _kinds[LanguageCuts.Kind(row).Name].Add([row.Lang], [tag]);
        }
    }

    /// <summary>The columns of every table.</summary>
    public static IReadOnlyList<string> Tags { get; } =
        [.. Languages.Tagged.Select(l => l.Tag), Languages.Undetermined];

    /// <summary>Rows of a kind of text.</summary>
    public int Rows(string kind) => _kinds[kind].Rows;

    /// <summary>F1-score of a tag; null if no row of that kind carries it.</summary>
    public double? F1(string kind, string tag)
    {
        var score = _kinds[kind][Tags.TakeWhile(t => t != tag).Count()];
        return score.Support > 0 ? score.F1 : null;
    }

    /// <summary>
    /// Mean F1-score over the tags that rows of the kind carry; null without rows. A tag that is only answered costs
    /// the tag that it was answered for, and is no further term, or one stray answer would cost a whole term.
    /// </summary>
    public double? MacroF1(string kind) => Rows(kind) > 0 ? _kinds[kind].Macro.F1 : null;

    /// <summary>Sentences of a neighbour, and how many of them were taken for one of ours.</summary>
    public (int Lines, int Taken) Accepts(NeighbourGroup group)
    {
        var lines = _answers.Where(a =>
            LanguageCuts.IsSentence(a.Row) && group.Iso.Contains(a.Row.Iso ?? "")).ToList();
        return (lines.Count, lines.Count(a => group.TakenFor.Contains(a.Tag)));
    }
}
