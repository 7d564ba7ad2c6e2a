namespace Classifier.Training.Tests.Commands;

/// <summary>Commands whose reader goes away, as <c>head</c> does.</summary>
public sealed class ClosedPipeTests(TinyBundle bundle)
{
    private const int Rows = 50_000;

    [Theory]
    [InlineData("score")]
    [InlineData("detect")]
    public async Task Rows_are_not_answered_for_nobody(string command)
    {
        using var folder = new TempFolder();
        var rows = folder.WriteLines("rows.jsonl", Enumerable.Repeat("""{"text":"De SDF rukt op."}""", Rows));
        Assert.Equal((141, ""), await Cli.HeadAsync(command, rows, "-b", bundle.Folder));
    }

    [Fact]
    public async Task A_document_is_not_printed_for_nobody()
    {
        using var folder = new TempFolder();
        var text = folder.WriteLines("text", Enumerable.Repeat("The SDF arrested a man near the camp.\n", 5000));
        Assert.Equal((141, ""), await Cli.HeadAsync("tag", "--file", text, "-b", bundle.Folder));
    }
}
