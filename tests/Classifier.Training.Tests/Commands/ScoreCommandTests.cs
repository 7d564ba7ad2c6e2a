using System.Text;
using System.Text.Json.Nodes;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>score</c> command as a filter between other programs.</summary>
public sealed class ScoreCommandTests(TinyBundle bundle)
{
    private const long MostMemory = 700L << 20;

    private static readonly string Summary =
        $"{ScoreInput.Rows} rows, {ScoreInput.Rows / ScoreInput.Every} of them bad\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>With the champion, whose size is what users meet.</summary>
    [Fact]
    public async Task Ten_thousand_rows_keep_their_order_and_bad_ones_are_answered_in_place()
    {
        using var folder = new TempFolder();
        ScoreInput.Write(folder["rows.jsonl"]);
        var fromFile = await Cli.RunAsync("score", folder["rows.jsonl"], "--output", folder["tags.jsonl"]);
        Assert.Equal((2, "", Summary), (fromFile.Exit, fromFile.Out, fromFile.Err));
        AssertAnswers(await File.ReadAllLinesAsync(folder["tags.jsonl"], Cancel));
        var fromPipe = await Cli.FeedAsync(await File.ReadAllBytesAsync(folder["rows.jsonl"], Cancel), "score");
        Assert.Equal((2, Summary), (fromPipe.Exit, fromPipe.Err));
        Assert.Equal(await File.ReadAllTextAsync(folder["tags.jsonl"], Cancel), fromPipe.Out);
        Assert.InRange(fromFile.PeakMemory, 1, MostMemory);
        Assert.InRange(fromPipe.PeakMemory, 1, MostMemory);
    }

    [Fact]
    public async Task Line_ends_marks_and_further_fields_of_other_systems_are_taken()
    {
        const string input =
            "\uFEFF{\"id\":1,\"text\":\"one\",\"source\":{\"url\":[\"x\",{}]},\"lang\":null}\r\n"
            + "{\"text\":\"two\",\"date\":\"\",\"id\":-2.50}\r\n"
            + "{\"id\":null,\"text\":\"three\",\"date\":null}\r\n"
            + "{\"id\":\"\",\"text\":\"four\"}";
        var result = await ScoreAsync(Encoding.UTF8.GetBytes(input));
        Assert.Equal(["1", "-2.50", "null", "\"\""], result.Lines.Select(IdOf));
        Assert.All(result.Lines, l => Assert.Null(JsonNode.Parse(l)!["error"]));
    }

    /// <summary>Every unit must cut the same words out of the same text.</summary>
    [Fact]
    public async Task Evidence_cuts_the_same_words_whatever_the_unit()
    {
        var texts = (await File.ReadAllLinesAsync(TinyModels.Corpus, Cancel))
            .Select(l => $"🔥 {(string?)JsonNode.Parse(l)!["text"]} 🇸🇾").ToList();
        var input = string.Concat(texts.Select(t => new JsonObject { ["text"] = t }.ToJsonString() + "\n"));
        var runes = texts.ConvertAll(t => t.EnumerateRunes().ToArray());
        var utf16 = await CutAsync("utf16", (row, start, end) => texts[row][start..end]);
        Assert.Equal(utf16, await CutAsync("utf8", (row, start, end) =>
            new UTF8Encoding(false, true).GetString(Encoding.UTF8.GetBytes(texts[row])[start..end])));
        Assert.Equal(utf16, await CutAsync("code_point", (row, start, end) => string.Concat(runes[row][start..end])));
        Assert.Contains(utf16, words => words.Contains("هەسەدە", StringComparison.Ordinal));
        Assert.All(utf16, words => Assert.Equal(words.Trim(), words));

        async Task<List<string>> CutAsync(string unit, Func<int, int, int, string> cut)
        {
            var result = await ScoreAsync(Encoding.UTF8.GetBytes(input), "--evidence", "--offsets", unit);
            return [.. result.Lines.SelectMany((l, row) => Spans(JsonNode.Parse(l)!)
                .Select(s => cut(row, (int)s["start"]!, (int)s["end"]!)))];
        }
    }

    [Fact]
    public async Task Nothing_in_gives_nothing_out()
    {
        var result = await Cli.RunAsync("score", "-b", bundle.Folder);
        Assert.Equal((0, "", "0 rows, 0 of them bad\n"), (result.Exit, result.Out, result.Err));
    }

    [Fact]
    public async Task A_file_is_not_overwritten_by_its_own_answers()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("rows.jsonl", """{"id":"a","text":"one"}""");
        Assert.Contains(
            $"--output {file} would overwrite the input",
            (await Cli.RunAsync("score", file, "-o", file, "-b", bundle.Folder)).Complaint(),
            StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"a\",\"text\":\"one\"}\n", await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task Answers_that_cannot_be_given_leave_the_file_before_them()
    {
        using var folder = new TempFolder();
        var rows = folder.Write("rows.jsonl", "");
        await File.WriteAllBytesAsync(rows, Encoding.Unicode.GetPreamble(), Cancel);
        var answers = folder.Write("answers.jsonl", "before\n");
        (await Cli.RunAsync("score", rows, "-o", answers, "-b", bundle.Folder)).Complaint();
        Assert.Equal("before\n", await File.ReadAllTextAsync(answers, Cancel));
        Assert.Equal(2, Directory.EnumerateFiles(folder.Path).Count());
    }

    [Fact]
    public async Task Standard_output_may_be_named_as_a_file()
    {
        var result = await Cli.FeedAsync("{\"text\":\"x\"}\n", "score", "-o", "/dev/stdout", "-b", bundle.Folder);
        Assert.Equal(0, result.Exit);
        Assert.Single(result.Lines);
    }

    [Fact]
    public async Task A_folder_is_called_one() => Assert.Contains(
        "is a folder; name a file in it",
        (await Cli.RunAsync("score", bundle.Folder, "-b", bundle.Folder)).Complaint(),
        StringComparison.Ordinal);

    private async Task<CliResult> ScoreAsync(byte[] input, params string[] options)
    {
        var result = await Cli.FeedAsync(input, ["score", "--bundle", bundle.Folder, .. options]);
        Assert.Equal((0, $"{result.Lines.Count} rows, 0 of them bad\n"), (result.Exit, result.Err));
        return result;
    }

    private static void AssertAnswers(string[] lines)
    {
        Assert.Equal(ScoreInput.Rows, lines.Length);
        for (var row = 0; row < lines.Length; row++)
        {
            var answer = JsonNode.Parse(lines[row])!.AsObject();
            Assert.Equal(ScoreInput.IdOf(row), (string?)answer["id"]);
            Assert.Equal(ScoreInput.IsBroken(row), answer.ContainsKey("error"));
            Assert.Equal(ScoreInput.IsBroken(row), !answer.ContainsKey("language"));
            if (answer["error"] is { } error)
            {
                Assert.Equal("INVALID_ARGUMENT", (string?)error["code"]);
                Assert.InRange(((string?)error["message"])!.Length, 10, 200);
            }
        }
    }

    private static string IdOf(string line) => JsonNode.Parse(line)!["id"]?.ToJsonString() ?? "null";

    private static IEnumerable<JsonNode> Spans(JsonNode answer) =>
        answer["actors"]!.AsArray().SelectMany(a => (JsonNode[])[a!, a!["stance"]!])
            .Concat(answer["events"]!.AsArray().Select(e => e!))
            .SelectMany(found => found["evidence"]!["spans"]!.AsArray().Select(s => s!));
}
