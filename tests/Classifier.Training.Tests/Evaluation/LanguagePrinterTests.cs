using Classifier.Training.Evaluation;
using Spectre.Console;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguagePrinterTests
{
    private const int Width = 120;

    private static readonly LanguageEvaluation Evaluation = new(
        [
            new("een twee drie", "nl", "nld", "[red]a[b"),
            new("een", "nl", "nld", "[red]a[b"),
            new("bir", "und", "[x", "news"),
            new("bir", "und", "diq", "news"),
        ],
        ["nl", "en", "und", "kmr"]);

    [Fact]
    public void Parts_have_the_scores_of_their_languages_alone()
    {
        var lines = Print(LanguagePrinter.Parts(Evaluation));
        Assert.Contains("all 4 0.500 0.667 - 0.667 - - 0.667", lines);
        Assert.Contains("[red]a[b 2 0.500 0.667 - 0.667 - - -", lines);
        Assert.Contains("1 word 3 0.333 0.333 - 0.000 - - 0.667", lines);
    }

    [Fact]
    public void Neighbours_that_were_never_taken_are_in_the_sum_alone()
    {
        var lines = Print(LanguagePrinter.Neighbours(Evaluation));
        Assert.Contains("diq 1 1 100.00% kmr 1", lines);
        Assert.Contains("all 2 languages 2 1 50.00% kmr 1", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("[x", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_languages_are_no_markup() => Assert.Contains(
        "[x 1 1 100.00% nl 1", Print(LanguagePrinter.Neighbours(new([new("bir", "und", "[x", null)], ["nl"]))));

    [Fact]
    public void Letters_are_told_by_language_and_together()
    {
        StitchedParagraph[] paragraphs = [new("ab cdef", [new(new(0, 2), "nl"), new(new(3, 7), "und")])];
        var lines = Print(LanguagePrinter.Stitched(new(paragraphs, [[new(new(0, 5), "nl")]])));
        Assert.Contains("nl 2 100.00%", lines);
        Assert.Contains("und 4 0.00%", lines);
        Assert.Contains("all 6 33.33%", lines);
    }

    /// <summary>Lines with single spaces between the cells.</summary>
    private static List<string> Print(Table table)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
        return [.. output.ToString().Split('\n').Select(l =>
            string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];
    }
}
