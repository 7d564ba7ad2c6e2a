using Classifier.Training.Evaluation;
using Spectre.Console;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguageEvaluationTests(TinyBundle bundle)
{
    /// <summary>Lines of the identifier's own training text, which it knows.</summary>
    private static readonly LanguageRow[] Rows =
    [
        new(LanguageTexts.All["eng"][0], "en", "eng", "news"),
        new(LanguageTexts.All["nld"][0], "nl", "nld", "short_words"),
        new(LanguageTexts.All["nld"][1], "nl", "nld", "social_posts"),
        new(LanguageTexts.All["nld"][2], "en", "eng", null),
        new(LanguageTexts.All["tur"][0], "und", "tur", "news"),
        new("12 🔥", "und", null, "news"),
        new(LanguageTexts.All["ckb"][0], "und", "pes", "news"),
    ];

    [Fact]
    public void Lines_are_counted_by_kind_and_by_source()
    {
        var evaluation = Evaluate();
        var rows = evaluation.Reports.ToDictionary(r => r.Key, r => r.Value.Rows);
        Assert.Equal(["all", "news", "posts", "sentences", "short spans", "short_words", "social_posts"], rows.Keys);
        Assert.Equal([7, 4, 1, 5, 1, 1, 1], rows.Values);
    }

    /// <summary>en: 1 of 1 given and 2 true; nl: 2 of 3 and 2; ckb: given once, never true; und: 2 of 2 and 3.</summary>
    [Fact]
    public void Scores_are_those_worked_out_by_hand()
    {
        var report = Evaluate().Reports["all"];
        Assert.Equal((1.0, 0.5, 2), (report[0].Precision, report[0].Recall, report[0].Support));
        Assert.Equal((2.0 / 3, 1.0, 2), (report[1].Precision, report[1].Recall, report[1].Support));
        Assert.Equal((0.0, 0.0, 0), (report[3].Precision, report[3].Recall, report[3].Support));
        Assert.Equal((1.0, 2.0 / 3, 3), (report[4].Precision, report[4].Recall, report[4].Support));
        Assert.Equal(5.0 / 7, report.Micro.F1, 12);
    }

    [Fact]
    public void Neighbours_are_counted_with_those_taken_for_a_tagged_language() => Assert.Equal(
        [("?", (1, 0)), ("pes", (1, 1)), ("tur", (1, 0))], Evaluate().Neighbours.Select(n => (n.Key, n.Value)));

    [Fact]
    public void Names_of_sources_are_no_markup()
    {
        var evaluation = LanguageEvaluation.Run(
            bundle.Classifier, [new("12", "und", "[x", "[red]a[b")], new SilentProgress());
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Write(ReportPrinter.BySource(evaluation));
        console.Write(ReportPrinter.Neighbours(evaluation));
        Assert.Contains("[red]a[b", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 (0.0%)", output.ToString(), StringComparison.Ordinal);
    }

    private LanguageEvaluation Evaluate() => LanguageEvaluation.Run(bundle.Classifier, Rows, new SilentProgress());
}
