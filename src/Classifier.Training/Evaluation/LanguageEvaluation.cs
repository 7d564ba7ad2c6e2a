using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Terminal;

namespace Classifier.Training.Evaluation;

/// <summary>Reports of the identifier over all lines and for each source.</summary>
internal sealed class LanguageEvaluation
{
    private readonly SortedDictionary<string, ClassificationReport> _reports = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Lines, int Taken)> _neighbours = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ClassificationReport> Reports => _reports;

    /// <summary>For each neighbour language, its lines and how many were taken for a tagged one.</summary>
    public IReadOnlyDictionary<string, (int Lines, int Taken)> Neighbours => _neighbours;

    public static LanguageEvaluation Run(PassageClassifier classifier, IReadOnlyList<LanguageRow> rows, IProgressSink progress)
    {
        using var step = progress.Begin("evaluate", rows.Count);
        var evaluation = new LanguageEvaluation();
        var answers = new string[rows.Count];
        Parallel.For(0, rows.Count, i =>
        {
            answers[i] = classifier.Detect(rows[i].Text).Tag;
            step.Advance();
        });
        for (var i = 0; i < rows.Count; i++)
        {
            evaluation.Add(rows[i], answers[i]);
        }

        return evaluation;
    }

    public JsonObject ToJson() => new(_reports.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value.ToJson())));

    private void Add(LanguageRow row, string answer)
    {
        string[] labels = [.. Languages.Tagged.Select(l => l.Tag), Languages.Undetermined];
        var file = row.File ?? Slices.All;
        string[] keys = [Slices.All, Kind(file), file];
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            _reports.TryAdd(key, new(labels));
            _reports[key].Add([row.Lang], [answer]);
        }

        if (row.Lang == Languages.Undetermined)
        {
            var (lines, taken) = _neighbours.GetValueOrDefault(row.Iso ?? "?");
            _neighbours[row.Iso ?? "?"] = (lines + 1, taken + (answer == Languages.Undetermined ? 0 : 1));
        }
    }

    /// <summary>Sources named short_* are spans of a few words, social_* are posts, others sentences.</summary>
    private static string Kind(string file) =>
        file.StartsWith("short_", StringComparison.Ordinal) ? "short spans"
        : file.StartsWith("social_", StringComparison.Ordinal) ? "posts" : "sentences";
}
