using System.Text.Json.Nodes;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>validate</c> command on good and bad corpora.</summary>
public sealed class ValidateCommandTests
{
    private const string Good =
        """{"id":"a","lang":"en","text":"The SDF arrested seven men near the camp.","date":"2026-01-20","genre":"wire","actors":["sdf"],"events":["detention"],"stance":{"sdf":"neutral"},"group":"g","split":"train"}""";

    [Fact]
    public async Task A_good_corpus_has_no_findings_and_its_counts_are_shown()
    {
        var result = await Cli.RunAsync("validate", TinyModels.Corpus);
        Assert.Equal((0, "60 rows, 0 findings\n"), (result.Exit, result.Err));
        Assert.Contains(result.Lines, l => Cells(l) is ["split", "train", "11", "11", "11", "11", "44"]);
        Assert.Contains(result.Lines, l => Cells(l) is ["actor", "turkey", "5", "5", "5", "5", "20"]);
        Assert.Contains(result.Lines, l => Cells(l) is ["year", "2024", "4", "4", "4", "4", "16"]);
    }

    /// <summary>A word that gives two event types away is a cue of each.</summary>
    [Fact]
    public async Task Cues_are_counted_by_language_and_split()
    {
        using var folder = new TempFolder();
        folder.WriteLines(
            "rows.jsonl",
            Marked(1, "en", "train", """{"protest":["w1orda","w1ordb"],"detention":["w1orda"]}"""),
            Marked(2, "en", "train", """{"protest":["w2orda"]}"""),
            Marked(3, "nl", "dev", """{"protest":["w3orda w3ordb"]}"""),
            Marked(4, "en", "train", "{}"));
        var result = await Cli.RunAsync("validate", folder.Path);
        Assert.Equal((0, "4 rows, 0 findings\n"), (result.Exit, result.Err));
        string[][] expected =
        [
            ["passages", "with", "cues", "2", "1", "0", "0", "3"],
            ["event", "types", "with", "cues", "3", "1", "0", "0", "4"],
            ["event", "types", "without", "cues", "3", "1", "0", "0", "4"],
            ["cues", "4", "1", "0", "0", "5"],
            ["cues,", "split", "train", "4", "0", "0", "0", "4"],
            ["cues,", "split", "dev", "0", "1", "0", "0", "1"],
            ["cues,", "split", "test", "0", "0", "0", "0", "0"],
        ];
        Assert.All(expected, row => Assert.Contains(row, result.Lines.Select(Cells)));
    }

    /// <summary>Each change of the good row breaks one rule; the texts and groups are kept apart.</summary>
    [Fact]
    public async Task Every_rule_is_reported_with_its_place()
    {
        (Action<JsonObject> Break, string Message)[] cases =
        [
            (r => r["id"] = "", "id is empty"),
            (r => r["genre"] = "poem", "genre is 'poem'; allowed are blog, wire,"),
            (r => r["split"] = null, "split is ''; allowed are train, dev, test"),
            (r => r["group"] = "", "group is empty"),
            (r => r["date"] = "20-01-2026", "date is '20-01-2026'"),
            (r => r["date"] = "[x", "date is '[x'"),
            (r => r["actors"]![0] = "nato", "actor 'nato' is not in the taxonomy"),
            (r => r["events"]![0] = "picnic", "event 'picnic' is not in the taxonomy"),
            (r => r["stance"]!["sdf"] = "unsure", "stance 'unsure' is not in the taxonomy"),
            (r => r["stance"] = new JsonObject(), "stance does not name the row's actors"),
            (r => r["events"] = new JsonArray("protest", "protest"), "a label stands twice"),
            (r => r["events"] = new JsonArray("protest", "detention", "agreement", "diplomacy"), "there are 4 events"),
            (r => r["lang"] = "fr", "lang is 'fr'; allowed are"),
            (r => r["lang"] = "ckb", "letters are in Arabic script"),
            (r => r["text"] = " ", "text has nothing to see in its 1 UTF-16 units"),
            (r => r["text"] = new string('x', 1201), "text has 1201 UTF-16 units"),
            (r => r["event"] = r["events"]!.DeepClone(), "field 'event' is unknown; known are id, lang, text,"),
            (r => r.Remove("actors"), "field 'actors' is missing; write it empty where there is none"),
            (r => r.Remove("events"), "field 'events' is missing"),
            (WithoutStance, "field 'stance' is missing"),
            (r => r["text"] = null, "is not a labelled passage: field 'text' is null; a text is needed"),
            (r => r.Remove("lang"), "is not a labelled passage: field 'lang' is missing; a text is needed"),
        ];
        using var folder = new TempFolder();
        var file = folder.WriteLines("bad.jsonl", [Good, .. cases.Select((c, i) => Broken(i, c.Break)), "{", "null"]);
        var result = await Cli.RunAsync("validate", folder.Path);
        Assert.Equal(2, result.Exit);
        var findings = result.Err.Split('\n')[..^1];
        for (var i = 0; i < cases.Length; i++)
        {
            var (place, message) = ($"{file}:{i + 2}: ", cases[i].Message);
            Assert.Contains(
                findings,
                f => f.StartsWith(place, StringComparison.Ordinal) && f.Contains(message, StringComparison.Ordinal));
        }

        Assert.Contains(findings, f => f.StartsWith($"{file}:{cases.Length + 2}: is not", StringComparison.Ordinal));
        Assert.Equal($"{cases.Length - 1} rows, {findings.Length - 1} findings", findings[^1]);
    }

    [Fact]
    public async Task Rows_that_repeat_each_other_are_reported_with_both_places()
    {
        using var folder = new TempFolder();
        var same = Good.Replace("near the camp", "near the old camp", StringComparison.Ordinal)
            .Replace("train", "test", StringComparison.Ordinal);
        folder.WriteLines("a.jsonl", Good);
        var file = folder.WriteLines("b.jsonl", same);
        var result = await Cli.RunAsync("validate", folder.Path);
        Assert.Equal(2, result.Exit);
        Assert.Contains($"{file}:1: a: id is that of a.jsonl:1", result.Err, StringComparison.Ordinal);
        Assert.Contains($"{file}:1: a: group g straddles splits train and test", result.Err, StringComparison.Ordinal);
        Assert.Contains(
            "of its wording with a (a.jsonl:1), across splits train and test", result.Err, StringComparison.Ordinal);
    }

    /// <summary>The labels are those of the recipe's taxonomy, and the corpus is its own.</summary>
    [Fact]
    public async Task A_recipe_names_the_taxonomy_and_the_corpus()
    {
        using var folder = new TempFolder();
        TinyModels.CopyTo(folder.Path, withText: false);
        var taxonomy = folder["taxonomy.json"];
        File.WriteAllText(
            taxonomy, File.ReadAllText(taxonomy).Replace("\"turkey\"", "\"ankara\"", StringComparison.Ordinal));
        var result = await Cli.RunAsync("validate", "--recipe", folder["recipe.json"]);
        Assert.Equal(2, result.Exit);
        Assert.Contains("actor 'turkey' is not in the taxonomy", result.Err, StringComparison.Ordinal);
        Assert.Contains("60 rows, 20 findings\n", result.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task A_corpus_without_rows_is_not_called_good(string text)
    {
        using var folder = new TempFolder();
        var file = folder.Write("empty.jsonl", text);
        Assert.Contains("no row", (await Cli.RunAsync("validate", file)).Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Splits_are_filled_in_before_the_rows_are_checked()
    {
        using var folder = new TempFolder();
        var bare = Broken(1, r => r.Remove("split"));
        var file = folder.WriteLines("rows.jsonl", Good, bare);
        var result = await Cli.RunAsync("validate", folder.Path, "--assign-splits");
        Assert.StartsWith("1 rows were given a split\n", result.Err, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Good, lines[0]);
        Assert.StartsWith(bare[..^1] + ", \"split\": \"", lines[1], StringComparison.Ordinal);
    }

    private static void WithoutStance(JsonObject row)
    {
        row["actors"] = new JsonArray();
        row.Remove("stance");
    }

    private static string Broken(int number, Action<JsonObject> change)
    {
        var row = JsonNode.Parse(Good)!.AsObject();
        (row["id"], row["group"]) = ($"r{number}", $"g{number}");
        row["text"] = string.Join(' ', Enumerable.Range(0, 8).Select(i => $"w{number}ord{(char)('a' + i)}"));
        change(row);
        return row.ToJsonString();
    }

    /// <summary>A row with two event types, and cues for them.</summary>
    private static string Marked(int number, string language, string split, string cues) => Broken(number, r =>
    {
        (r["lang"], r["split"]) = (language, split);
        (r["events"], r["cues"]) = (new JsonArray("protest", "detention"), JsonNode.Parse(cues));
    });

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
