using Classifier.Core.Language;

namespace Classifier.Training.Evaluation;

/// <summary>What the tables of a terminal and those of a model card both tell.</summary>
internal static class ReportRows
{
    public static IReadOnlyList<string> EvidenceColumns { get; } =
        ["tags", "strongest on a cue", "precision", "recall", "f1-score"];

    /// <summary>The whole and each language, its tags that have cues and their scores; empty without cues.</summary>
    public static IEnumerable<(string Slice, int Tags, IReadOnlyList<double> Scores)> EvidenceRows(
        PassageEvaluation evaluation)
    {
        foreach (var slice in Languages.Tagged.Select(l => l.Tag).Prepend(Slices.All))
        {
            if (evaluation.Evidence.TryGetValue(slice, out var report))
            {
                var words = report.Words;
                yield return (slice, report.Tags, [report.Pointing, words.Precision, words.Recall, words.F1]);
            }
        }
    }

    public static IReadOnlyList<string> KindColumns { get; } = ["actors", "events", "stance given actor"];

    /// <summary>Genres and lengths with their passages and scores, in the order of their names.</summary>
    public static IEnumerable<(string Slice, int Rows, IReadOnlyList<double> Scores)> KindRows(
        PassageEvaluation evaluation) =>
        evaluation.Actors.Keys.Where(Slices.IsKind).Order(StringComparer.Ordinal).Select(s => (
            s,
            evaluation.Actors[s].Rows,
            (IReadOnlyList<double>)[.. new[] { evaluation.Actors, evaluation.Events, evaluation.StanceGivenActor }
                .Select(f => f.TryGetValue(s, out var r) ? r.Macro.F1 : 0)]));
}
