using System.Text;
using System.Text.Json.Nodes;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>detect</c> command as a filter between other programs.</summary>
public sealed class DetectCommandTests(TinyBundle bundle)
{
    private static readonly string English = LanguageTexts.All["eng"][0];
    private static readonly string Sorani = LanguageTexts.All["ckb"][0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_gets_its_language_its_script_and_three_alternatives()
    {
        string[] languages = ["eng", "nld", "kmr", "ckb", "tur", "arb"];
        var result = await DetectAsync(languages.Select(l => LanguageTexts.All[l][0]));
        Assert.Equal(["en", "nl", "kmr", "ckb", "und", "und"], Languages(result).Select(l => (string?)l["tag"]));
        Assert.Equal(
            ["Latn", "Latn", "Latn", "Arab", "Latn", "Arab"], Languages(result).Select(l => (string?)l["script"]));
        Assert.All(result.Lines, l => Assert.InRange(JsonNode.Parse(l)!["top"]!.AsArray().Count, 2, 3));
        Assert.All(result.Lines, l => Assert.Equal(
            ["id", "language", "top", "model_version"], JsonNode.Parse(l)!.AsObject().Select(f => f.Key)));
    }

    /// <summary>Every unit must cut the same stretches out of the same text.</summary>
    [Fact]
    public async Task Spans_cut_the_same_words_whatever_the_unit()
    {
        var text = $"🔥 {English} {Sorani} 🇸🇾";
        var runes = text.EnumerateRunes().ToArray();
        var utf16 = await CutAsync("utf16", (start, end) => text[start..end]);
        Assert.Equal(["en", "ckb"], utf16.Select(s => s.Tag));
        Assert.EndsWith(English[^12..^1], utf16[0].Words, StringComparison.Ordinal);
        Assert.StartsWith(Sorani[..12], utf16[1].Words, StringComparison.Ordinal);
        Assert.Equal(utf16, await CutAsync("code_point", (start, end) => string.Concat(runes[start..end])));
        Assert.Equal(utf16, await CutAsync("utf8", (start, end) =>
            new UTF8Encoding(false, true).GetString(Encoding.UTF8.GetBytes(text)[start..end])));

        async Task<List<(string Tag, string Words)>> CutAsync(string unit, Func<int, int, string> cut)
        {
            var result = await DetectAsync([text], "--spans", "--offsets", unit);
            return [.. JsonNode.Parse(Assert.Single(result.Lines))!["spans"]!.AsArray()
                .Select(s => ((string)s!["tag"]!, cut((int)s["start"]!, (int)s["end"]!)))];
        }
    }

    [Fact]
    public async Task Bad_rows_are_answered_in_their_place_as_score_does_and_rows_without_words_are_no_bad_ones()
    {
        string[] rows =
        [
            """{"id":1,"text":"De tuin"}""", """{"id":2}""", "", """{"id":3,"text":" "}""", "{",
            """{"id":4,"text":"x","date":"1-1-26"}"""
        ];
        using var folder = new TempFolder();
        var detected = await RunAsync("detect", rows, folder["languages.jsonl"]);
        Assert.Equal((2, "", "6 rows, 4 of them bad\n"), (detected.Exit, detected.Out, detected.Err));
        var scored = await RunAsync("score", rows, folder["tags.jsonl"]);
        Assert.Equal((2, "6 rows, 5 of them bad\n"), (scored.Exit, scored.Err));
        var answers = await File.ReadAllLinesAsync(folder["languages.jsonl"], Cancel);
        var expected = await File.ReadAllLinesAsync(folder["tags.jsonl"], Cancel);
        Assert.All([1, 2, 4, 5], i => Assert.Equal(expected[i], answers[i]));
        Assert.Equal("und", (string?)JsonNode.Parse(answers[3])!["language"]!["tag"]);
    }

    [Fact]
    public async Task Nothing_in_gives_nothing_out()
    {
        var result = await Cli.RunAsync("detect", "-b", bundle.Folder);
        Assert.Equal((0, "", "0 rows, 0 of them bad\n"), (result.Exit, result.Out, result.Err));
    }

    private Task<CliResult> RunAsync(string command, string[] rows, string output) =>
        Cli.FeedAsync(string.Join('\n', rows), command, "-b", bundle.Folder, "-o", output);

    private async Task<CliResult> DetectAsync(IEnumerable<string> texts, params string[] options)
    {
        var input = string.Concat(texts.Select(t => new JsonObject { ["text"] = t }.ToJsonString() + "\n"));
        var result = await Cli.FeedAsync(input, ["detect", "--bundle", bundle.Folder, .. options]);
        Assert.Equal((0, $"{result.Lines.Count} rows, 0 of them bad\n"), (result.Exit, result.Err));
        return result;
    }

    private static IEnumerable<JsonNode> Languages(CliResult result) =>
        result.Lines.Select(l => JsonNode.Parse(l)!["language"]!);
}
