using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Terminal;

namespace Classifier.Training.Evaluation;

/// <summary>Reports of the parts of one cut, in their order.</summary>
internal sealed record LanguageCutReports(string Name, IReadOnlyList<(string Part, ClassificationReport Report)> Parts);

/// <summary>
/// Reports of the identifier over all lines and for each part, and what it did to neighbour languages. Macro averages
/// go over the languages that the lines are in: many a source is in one language only.
/// </summary>
internal sealed class LanguageEvaluation
{
    private static readonly string[] Labels = [.. Languages.Tagged.Select(l => l.Tag), Languages.Undetermined];

    /// <param name="rows">Labelled lines.</param>
    /// <param name="answers">The tag that each was given.</param>
    public LanguageEvaluation(IReadOnlyList<LanguageRow> rows, IReadOnlyList<string> answers)
    {
        List<(LanguageRow Row, string Answer)> lines = [.. rows.Zip(answers)];
        All = Report(lines);
        Cuts = [.. LanguageCuts.All.Select(cut => new LanguageCutReports(cut.Name, Parts(lines, cut.PartOf)))];
        Neighbours = LanguageNeighbour.Of(lines);
    }

    public ClassificationReport All { get; }

    public IReadOnlyList<LanguageCutReports> Cuts { get; }

    /// <summary>The languages that are none of the tagged ones, the worst first.</summary>
    public IReadOnlyList<LanguageNeighbour> Neighbours { get; }

    public static LanguageEvaluation Run(
        PassageClassifier classifier, IReadOnlyList<LanguageRow> rows, IProgressSink progress)
    {
        using var step = progress.Begin("evaluate", rows.Count);
        var answers = new string[rows.Count];
        Parallel.For(0, rows.Count, i =>
        {
            answers[i] = classifier.Detect(rows[i].Text).Tag;
            step.Advance();
        });
        return new(rows, answers);
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { [Slices.All] = ToJson(All) };
        foreach (var (name, parts) in Cuts)
        {
            json[name] =
                new JsonObject(parts.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Part, ToJson(p.Report))));
        }

        json["neighbours"] =
            new JsonObject(Neighbours.Select(n => KeyValuePair.Create<string, JsonNode?>(n.Iso, n.ToJson())));
        return json;
    }

    private static List<(string Part, ClassificationReport Report)> Parts(
        List<(LanguageRow Row, string Answer)> lines, Func<LanguageRow, CutPart?> partOf) =>
    [
        .. lines.Select(l => (Part: partOf(l.Row), Line: l))
            .Where(p => p.Part is not null)
            .GroupBy(p => p.Part!.Value, p => p.Line)
            .OrderBy(g => g.Key.Rank).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => (g.Key.Name, Report(g))),
    ];

    private static ClassificationReport Report(IEnumerable<(LanguageRow Row, string Answer)> lines)
    {
        var report = new ClassificationReport(Labels, onlyTrue: true);
        foreach (var (row, answer) in lines)
        {
            report.Add([row.Lang], [answer]);
        }

        return report;
    }

    /// <summary>
    /// A line has one language, so the micro average is the accuracy, by which scikit-learn calls it there.
    /// </summary>
    private static JsonObject ToJson(ClassificationReport report)
    {
        var json = report.ToJson();
        json["accuracy"] = Math.Round(report.Micro.F1, 4);
        return json;
    }
}
