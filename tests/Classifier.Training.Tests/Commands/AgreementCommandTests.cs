namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>agreement</c> command on a few readings.</summary>
public sealed class AgreementCommandTests : IDisposable
{
    private const string Both = """{"stance":{"nato":"favor"},"cues":{"parade":["x"]}}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Without a label there is nothing to agree on, which is neither 0 nor 1.</summary>
    [Fact]
    public async Task Labels_that_neither_reading_has_are_shown_as_none()
    {
        var result = await RunAsync(
            Pair("a", "nl", """{"actors":["sdf"],"stance":{"sdf":"favor"}}""", """{"actors":["turkey"]}"""),
            Pair("b", "en", """{"events":["protest"]}""", """{"events":["protest"]}"""));
        Assert.Equal((0, ""), (result.Exit, result.Err));
        string[][] rows =
        [
            ["f1-score", "en", "nl", "all"],
            ["sdf", "-", "0.000", "0.000"],
            ["turkey", "-", "0.000", "0.000"],
            ["coalition", "-", "-", "-"],
            ["actors", "macro", "avg", "-", "0.000", "0.000"],
            ["protest", "1.000", "-", "1.000"],
            ["stance", "macro", "avg", "-", "-", "-"],
        ];
        Assert.All(rows, row => Assert.Contains(row, result.Lines.Select(Cells)));
    }

    [Fact]
    public async Task Labels_that_the_taxonomy_lacks_are_reported_and_the_rest_is_counted()
    {
        var result = await RunAsync(
            Pair("a", "nl", """{"actors":["nato"],"events":["protest"]}""", """{"events":["protest","picnic"]}"""),
            Pair("b", "nl", "{}", """{"stance":{"sdf":"unsure"},"cues":{"parade":["x"]}}"""),
            Pair("c", "nl", Both, Both));
        Assert.Equal(2, result.Exit);
        Assert.Contains(["protest", "1.000", "1.000"], result.Lines.Select(Cells));
        Assert.Contains(["stance", "macro", "avg", "-", "-"], result.Lines.Select(Cells));
        Assert.DoesNotContain("words of cues", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            [
                "a: the first reading has actor 'nato'", "a: the second reading has event 'picnic'",
                "b: the second reading has event 'parade'", "b: the second reading has stance 'unsure'",
                "c: the first reading has actor 'nato'", "c: the first reading has event 'parade'",
                "c: the second reading has actor 'nato'", "c: the second reading has event 'parade'",
            ],
            result.Err.Split('\n')[..^1].Select(l => l.Split(',')[0]));
    }

    private static string Pair(string id, string lang, string first, string second) =>
        $$"""{"id":"{{id}}","lang":"{{lang}}","first":{{first}},"second":{{second}}}""";

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Task<CliResult> RunAsync(params string[] pairs)
    {
        TinyModels.CopyTo(_folder.Path, withText: false);
        return Cli.RunAsync(
            "agreement", _folder.WriteLines("readings.jsonl", pairs), "--recipe", _folder["recipe.json"]);
    }
}
