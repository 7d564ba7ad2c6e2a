using System.Globalization;
using Classifier.Core.Language;
using Spectre.Console;

namespace Classifier.Training.Evaluation;

/// <summary>Reports as tables on a terminal.</summary>
internal static class ReportPrinter
{
    /// <summary>Where nothing was there to be counted.</summary>
    private const string Nothing = "-";

    /// <summary>Macro and micro f1-score of every family, by language.</summary>
    public static Table Overview(PassageEvaluation evaluation)
    {
        var columns = Languages.Tagged.Select(l => l.Tag).Prepend(Slices.All)
            .Where(evaluation.Actors.ContainsKey).ToList();
        var table = Begin("macro-f1 (micro-f1)", columns);

        foreach (var (name, reports) in evaluation.Families)
        {
            table.AddRow([name.Replace('_', ' '), .. columns.Select(c => reports.TryGetValue(c, out var r)
                ? $"{Show(r.Macro.F1)} ({Show(r.Micro.F1)})"
                : Nothing)]);
        }

        return table;
    }

    /// <summary>Macro f1-scores of genres and lengths.</summary>
    public static Table Kinds(PassageEvaluation evaluation)
    {
        var table = Begin("macro-f1", ReportRows.KindColumns.Prepend("passages"));

        foreach (var (slice, rows, scores) in ReportRows.KindRows(evaluation))
        {
            table.AddRow([Markup.Escape(slice), $"{rows}", .. scores.Select(Show)]);
        }

        return table;
    }

    /// <summary>Evidence of event types against cues, by language.</summary>
    public static Table Evidence(PassageEvaluation evaluation)
    {
        var table = Begin("evidence of events", ReportRows.EvidenceColumns);
        foreach (var (slice, tags, scores) in ReportRows.EvidenceRows(evaluation))
        {
            table.AddRow([slice, $"{tags}", .. scores.Select(Show)]);
        }

        return table;
    }

    /// <summary>Every label of one report.</summary>
    public static Table Labels(string title, ClassificationReport report)
    {
        var table = Begin("label", ["precision", "recall", "f1-score", "support"]).Title(title);

        for (var i = 0; i < report.Labels.Count; i++)
        {
            AddRow(table, report.Labels[i], report[i]);
        }

        AddRow(table, "micro avg", report.Micro);
        AddRow(table, "macro avg", report.Macro);
        var (low, high) = report.Interval;
        return table.Caption($"macro f1-score, bootstrap 95%: {Show(low)} to {Show(high)}");
    }

    /// <summary>F1-scores of one reading against the other, a column for each language.</summary>
    public static Table Agreements(IReadOnlyList<string> names, IReadOnlyList<Agreement> columns)
    {
        var table = Begin("f1-score", names);

        AddFamily(table, "actors", [.. columns.Select(c => c.Actors)]);
        AddFamily(table, "events", [.. columns.Select(c => c.Events)]);
        AddFamily(table, "stance", [.. columns.Select(c => c.Stance)]);
        return columns.Any(c => c.Cues.Support > 0)
            ? table.AddRow(["words of cues", .. columns.Select(c => c.Cues.Support > 0 ? Show(c.Cues.F1) : Nothing)])
            : table;
    }

    /// <summary>Recall with precision in brackets, a column for each language.</summary>
    public static Table Coverage(string title, IReadOnlyDictionary<string, ClassificationReport> reports)
    {
        var columns = Languages.Tagged.Select(l => l.Tag).Prepend(Slices.All).Where(reports.ContainsKey).ToList();
        var table = Begin(title, columns);

        static string Cell(Score score) => $"{Show(score.Recall)} ({Show(score.Precision)})";
        for (var i = 0; i < reports[Slices.All].Labels.Count; i++)
        {
            table.AddRow([reports[Slices.All].Labels[i], .. columns.Select(c => Cell(reports[c][i]))]);
        }

        return table.AddRow(["all", .. columns.Select(c => Cell(reports[c].Micro))]);
    }

    /// <summary>A table without rows.</summary>
    public static Table Begin(string first, IEnumerable<string> numbers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var column in numbers)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        return table;
    }

    private static void AddFamily(Table table, string name, IReadOnlyList<ClassificationReport> reports)
    {
        int[] labels = [.. Enumerable.Range(0, reports[0].Labels.Count)];
        table.AddRow(
            [$"{name} macro avg", .. reports.Select(r => Array.Exists(labels, r.Occurs) ? Show(r.Macro.F1) : Nothing)]);
        foreach (var label in labels)
        {
            table.AddRow(
            [
                $"  {reports[0].Labels[label]}",
                .. reports.Select(r => r.Occurs(label) ? Show(r[label].F1) : Nothing),
            ]);
        }
    }

    private static void AddRow(Table table, string name, Score score) => table.AddRow(
        name, Show(score.Precision), Show(score.Recall), Show(score.F1),
        score.Support.ToString(CultureInfo.InvariantCulture));

    public static string Show(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
