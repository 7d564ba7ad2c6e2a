using System.Globalization;
using Classifier.Core.Language;
using Spectre.Console;

namespace Classifier.Training.Evaluation;

/// <summary>Reports of the identifier as tables on a terminal, some 100 columns wide.</summary>
internal static class LanguagePrinter
{
    /// <summary>Every part with its lines, accuracy, and f1-scores of the languages that it has lines in.</summary>
    public static Table Parts(LanguageEvaluation evaluation)
    {
        string[] languages = [.. Languages.Tagged.Select(l => l.Tag), Languages.Undetermined];
        var table = ReportPrinter.Begin("f1-score", ["lines", "accuracy", "macro-f1", .. languages]);
        AddPart(table, Slices.All, evaluation.All);
        foreach (var cut in evaluation.Cuts.Where(c => c.Parts.Count > 0))
        {
            table.AddEmptyRow();
            foreach (var (part, report) in cut.Parts)
            {
                AddPart(table, part, report);
            }
        }

        return table.Caption("macro-f1 over the languages that the lines of a part are in");
    }

    /// <summary>
    /// The languages of which lines were taken for one of ours, the worst first, and all others with them.
    /// </summary>
    public static Table Neighbours(LanguageEvaluation evaluation)
    {
        var table = ReportPrinter.Begin("false accepts", ["lines", "taken", "share"]).AddColumn("for");
        foreach (var neighbour in evaluation.Neighbours.Where(n => n.Taken > 0))
        {
            AddNeighbour(table, neighbour);
        }

        AddNeighbour(
            table, LanguageNeighbour.Sum($"all {evaluation.Neighbours.Count} languages", evaluation.Neighbours));
        return table;
    }

    /// <summary>The letters of stitched paragraphs that were given the right language.</summary>
    public static Table Stitched(StitchedEvaluation evaluation)
    {
        var table =
            ReportPrinter.Begin($"letters of {evaluation.Paragraphs} stitched paragraphs", ["letters", "right"]);
        foreach (var (language, letters) in evaluation.ByLanguage)
        {
            AddLetters(table, language, letters);
        }

        AddLetters(table, Slices.All, evaluation.All);
        return table;
    }

    private static void AddPart(Table table, string part, ClassificationReport report)
    {
        var scores = Enumerable.Range(0, report.Labels.Count).Select(i => report[i]);
        table.AddRow(
        [
            Markup.Escape(part),
            $"{report.Rows}",
            ReportPrinter.Show(report.Micro.F1),
            ReportPrinter.Show(report.Macro.F1),
            .. scores.Select(s => s.Support > 0 ? ReportPrinter.Show(s.F1) : "-"),
        ]);
    }

    private static void AddNeighbour(Table table, LanguageNeighbour neighbour) => table.AddRow(
        Markup.Escape(neighbour.Iso),
        $"{neighbour.Lines}",
        $"{neighbour.Taken}",
        Percent(neighbour.Share),
        neighbour.Tags);

    private static void AddLetters(Table table, string language, LetterCount letters) =>
        table.AddRow(language, $"{letters.Letters}", Percent(letters.Share));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00}%");
}
