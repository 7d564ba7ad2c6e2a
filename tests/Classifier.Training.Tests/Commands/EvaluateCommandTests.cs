using System.Text.Json.Nodes;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>evaluate</c> command with its files.</summary>
public sealed class EvaluateCommandTests(TinyBundle bundle)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_go_to_the_terminal_and_to_json()
    {
        using var folder = new TempFolder();
        var result = await Cli.RunAsync(
            "evaluate", TinyModels.Corpus, "-b", bundle.Folder, "--split", "test",
            "--json", folder["report.json"], "--errors", folder["errors.jsonl"]);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.StartsWith("8 rows, bundle tiny\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("micro avg", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["errors.jsonl"]));
        var json = await ReadAsync(folder["report.json"]);
        Assert.Equal(
            ["language", "actors", "events", "stance_given_actor", "stance_end_to_end", "intervals",
                "calibration_error"],
            json.Select(f => f.Key));
        foreach (var report in json.Take(5).SelectMany(f => f.Value!.AsObject()).Select(r => r.Value!.AsObject()))
        {
            Assert.Equal(["micro avg", "macro avg", "weighted avg"], report.Select(l => l.Key).TakeLast(3));
            Assert.All(report, l => Assert.Equal(
                ["precision", "recall", "f1-score", "support"], l.Value!.AsObject().Select(s => s.Key)));
        }

        Assert.Equal(2, (int)json["actors"]!["nl"]!["micro avg"]!["support"]!);
        Assert.Equal(4, (int)json["events"]!["all"]!["air_strike"]!["support"]!);
    }

    /// <summary>Two English and two Dutch lines, one of the Dutch called English by the truth.</summary>
    [Fact]
    public async Task The_language_of_lines_is_measured_as_worked_out_by_hand()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "lines.jsonl",
            Line("eng", 0, "en"), Line("eng", 1, "en"), Line("nld", 0, "nl"), Line("nld", 1, "en"));
        var result = await Cli.RunAsync(
            "evaluate", file, "--task", "language", "-b", bundle.Folder, "--json", folder["report.json"]);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.StartsWith("4 lines, bundle tiny\n", result.Out, StringComparison.Ordinal);
        var report = (await ReadAsync(folder["report.json"]))["all"]!;
        AssertScore("""{"precision":1,"recall":0.6667,"f1-score":0.8,"support":3}""", report["en"]!);
        AssertScore("""{"precision":0.5,"recall":1,"f1-score":0.6667,"support":1}""", report["nl"]!);
        AssertScore("""{"precision":0,"recall":0,"f1-score":0,"support":0}""", report["kmr"]!);
        AssertScore("""{"precision":0.75,"recall":0.75,"f1-score":0.75,"support":4}""", report["micro avg"]!);
        AssertScore("""{"precision":0.75,"recall":0.8333,"f1-score":0.7333,"support":4}""", report["macro avg"]!);
        AssertScore("""{"precision":0.875,"recall":0.75,"f1-score":0.7667,"support":4}""", report["weighted avg"]!);
    }

    /// <summary>The tables are what people read; the file has what the tables leave out too.</summary>
    [Fact]
    public async Task Parts_neighbours_and_stitched_paragraphs_go_to_the_terminal_and_to_json()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "lines.jsonl",
            Line("eng", 0, "en", "eng", "news"),
            Line("nld", 0, "nl", "nld", "short_words"),
            Line("ckb", 0, "ckb", "ckb", "news"),
            Line("tur", 0, "und", "tur", "social_x"),
            Line("kmr", 0, "und", "diq", "news"));
        string[] command = ["evaluate", file, "--task", "language", "--stitched", "20", "-b", bundle.Folder, "--json"];
        var result = await Cli.RunAsync([.. command, folder["report.json"]]);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.All(
            ["short spans", "social_x", "10 to 19 words", "diq", "all 2 languages",
                "letters of 20 stitched paragraphs"],
            name => Assert.Contains($"\n  {name} ", result.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("\n  tur ", result.Out, StringComparison.Ordinal);
        var report = await ReadAsync(folder["report.json"]);
        Assert.Equal(["all", "kinds", "lengths", "files", "neighbours", "stitched"], report.Select(f => f.Key));
        Assert.Equal(0.8, (double)report["all"]!["accuracy"]!);
        Assert.Equal(["diq", "tur"], report["neighbours"]!.AsObject().Select(n => n.Key));
        Assert.Equal(20, (int)report["stitched"]!["paragraphs"]!);
        var again = await Cli.RunAsync([.. command, folder["again.json"]]);
        Assert.Equal(result.Out, again.Out);
        Assert.True(JsonNode.DeepEquals(report, await ReadAsync(folder["again.json"])));
    }

    [Fact]
    public async Task One_language_alone_cannot_be_stitched()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("lines.jsonl", Line("eng", 0, "en"), Line("eng", 1, "en"));
        var result = await Cli.RunAsync("evaluate", file, "--task", "language", "--stitched", "2", "-b", bundle.Folder);
        Assert.Contains(
            "sentences in 1 languages; paragraphs are stitched from 2", result.Complaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags", """{"id":"a","lang":"nl","text":null}""", ":1 is not a labelled passage")]
    [InlineData(
        "tags",
        """{"id":"a","lang":"nl","text":"x","actors":["sdf","sdf"],"events":[],"stance":{"sdf":"favor"}}""",
        "an actor twice")]
    [InlineData("tags", """{"id":"a","lang":"nl","text":"x","actor":["sdf"],"events":[]}""", "'actors' is missing")]
    [InlineData("language", """{"text":"x"}""", ":1 is not a line with its language")]
    public async Task Rows_that_cannot_be_counted_end_in_one_line(string task, string row, string what)
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("rows.jsonl", row);
        var result = await Cli.RunAsync("evaluate", file, "--task", task, "-b", bundle.Folder);
        Assert.Contains(what, result.Complaint(), StringComparison.Ordinal);
    }

    /// <summary>Other people's files have fields of their own, and may be zipped.</summary>
    [Fact]
    public async Task Zipped_rows_with_further_fields_are_measured()
    {
        using var folder = new TempFolder();
        LanguageTexts.WriteZipped(
            folder["rows.jsonl.gz"],
            """{"id":"a","lang":"nl","text":"Zij rukken op.","actors":[],"events":[],"stance":{},"note":{"by":[1]}}""");
        var result = await Cli.RunAsync("evaluate", folder["rows.jsonl.gz"], "-b", bundle.Folder);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.StartsWith("1 rows, bundle tiny\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.jsonl", "--errors", "rows.jsonl")]
    [InlineData("rows.jsonl", "--json", "rows.jsonl")]
    [InlineData("rows.jsonl", "--json", "link.jsonl")]
    [InlineData(".", "--errors", "rows.jsonl")]
    [InlineData("rows.jsonl", "--json", "rows.jsonl", "--task", "language")]
    public async Task A_report_does_not_overwrite_what_it_is_about(
        string data, string option, string report, params string[] more)
    {
        using var folder = new TempFolder();
        const string row = """{"id":"a","lang":"nl","text":"De SDF rukt op."}""";
        var file = folder.WriteLines("rows.jsonl", row);
        File.CreateSymbolicLink(folder["link.jsonl"], file);
        var result = await Cli.RunAsync(
            ["evaluate", folder[data], option, folder[report], "-b", bundle.Folder, .. more]);
        Assert.Contains(
            $"{option} {folder[report]} would overwrite the input", result.Complaint(), StringComparison.Ordinal);
        Assert.Equal($"{row}\n", await File.ReadAllTextAsync(file, Cancel));
    }

    /// <summary>A program that reads a report never sees half of it, nor one whose disk was full.</summary>
    [Theory]
    [InlineData("--json")]
    [InlineData("--errors")]
    public async Task A_report_takes_its_place_whole(string option)
    {
        using var folder = new TempFolder();
        var report = folder.Write("report", "before");
        var link = File.CreateSymbolicLink(folder["report.draft"], "/dev/full").FullName;
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        string[] command = ["evaluate", TinyModels.Corpus, "-b", bundle.Folder, option, report];
        Assert.Contains("No space left", (await Cli.RunAsync(command)).Err, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(report, Cancel));
        File.Delete(link);
        Assert.Equal(0, (await Cli.RunAsync(command)).Exit);
        Assert.StartsWith("{", await File.ReadAllTextAsync(report, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_split_that_no_row_has_is_told_before_anything_is_measured()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "rows.jsonl", """{"id":"a","lang":"nl","text":"x","actors":[],"events":[],"stance":{}}""");
        var result = await Cli.RunAsync("evaluate", file, "--split", "test", "-b", bundle.Folder);
        Assert.Contains(
            "None of 1 rows has split 'test', and 1 have no split at all", result.Complaint(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_only_looks_zipped_ends_in_one_line()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("rows.jsonl.gz", "plain text");
        var result = await Cli.RunAsync("evaluate", file, "--task", "language", "-b", bundle.Folder);
        Assert.Contains(
            $"{file} is not zipped, as its name says, or is damaged behind line 0; zip it with gzip.",
            result.Complaint(),
            StringComparison.Ordinal);
    }

    private static string Line(string language, int line, string lang, string? iso = null, string? file = null) =>
        new JsonObject
        {
            ["text"] = LanguageTexts.All[language][line],
            ["lang"] = lang,
            ["iso"] = iso,
            ["file"] = file
        }.ToJsonString();

    private static async Task<JsonObject> ReadAsync(string path) =>
        JsonNode.Parse(await File.ReadAllTextAsync(path, Cancel))!.AsObject();

    private static void AssertScore(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"{expected}\n{actual.ToJsonString()}");
}
