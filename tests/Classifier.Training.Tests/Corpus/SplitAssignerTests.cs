using System.Text;
using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Corpus;
using CsCheck;

namespace Classifier.Training.Tests.Corpus;

public sealed class SplitAssignerTests
{
    private static readonly string Own = Splits.Of("g");

    [Fact]
    public void A_split_is_added_as_the_last_field() => AssertFilled(
        $$"""{"id": "a", "group": "g", "split": "{{Own}}"}""", """{"id": "a", "group": "g"}""");

    [Fact]
    public void A_split_that_is_null_is_filled_in_where_it_stands() => AssertFilled(
        $$"""{"id":"a","split": "{{Own}}" ,"group":"g"}""", """{"id":"a","split": null ,"group":"g"}""");

    [Fact]
    public void A_split_that_is_empty_is_filled_in_where_it_stands() => AssertFilled(
        $$"""{"id":"a","split":"{{Own}}","group":"g"}""", """{"id":"a","split":"","group":"g"}""");

    /// <summary>Rows are read so as well.</summary>
    [Theory]
    [InlineData("""{"ID":"a","GROUP":"g","Split":SPLIT}""", """{"ID":"a","GROUP":"g","Split":null}""")]
    [InlineData("""{"ID":"a","Group":"g", "split": SPLIT}""", """{"ID":"a","Group":"g"}""")]
    public void Names_in_capitals_are_known(string expected, string line) =>
        AssertFilled(expected.Replace("SPLIT", $"\"{Own}\"", StringComparison.Ordinal), line);

    [Fact]
    public void A_file_in_another_form_is_refused_by_name_and_all_stay()
    {
        using var folder = new TempFolder();
        LanguageTexts.WriteZipped(folder["a.jsonl.gz"], "{\"group\":\"g\"}");
        AssertRefused(folder["a.jsonl.gz"], "is zipped; unzip it");
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            File.WriteAllText(folder["b.jsonl"], "{\"group\":\"g\"}", encoding);
            AssertRefused(folder["b.jsonl"], "is UTF-16; save it as UTF-8");
        }
    }

    /// <summary>Spaces, escapes, numbers, letters and the order of fields are the author's.</summary>
    [Fact]
    public void Nothing_else_of_the_row_is_touched() => AssertFilled(
        $$"""  { "text" : "\u0041 🔥 <b>" ,"n":1.50, "more":{"split":"x","group":"y"},"group":"g", "split": "{{Own}}"}  """,
        """  { "text" : "\u0041 🔥 <b>" ,"n":1.50, "more":{"split":"x","group":"y"},"group":"g"}  """);

    [Theory]
    [InlineData("""{"id":"a","group":"g","split":"test"}""")]
    [InlineData("""{"id":"a","group":"g","split":" "}""")]
    [InlineData("""{"id":"a","group":"g","split":null,"Split":"test"}""")]
    [InlineData("""{"id":"a","group":"g","split":null,"split":null}""")]
    [InlineData("""{"id":"a","group":"g","split":5}""")]
    [InlineData("""{"id":"a","split":null}""")]
    [InlineData("""{"id":"a","group":""}""")]
    [InlineData("""{"id":"a","group":null}""")]
    [InlineData("""{"id":"a","group":["g"]}""")]
    [InlineData("""{"id":"a","group":"g"} {}""")]
    [InlineData("""{"id":"a","group":"g" """)]
    [InlineData("""["group","g"]""")]
    [InlineData("null")]
    [InlineData("   ")]
    [InlineData("")]
    public void Other_lines_stay_as_they_are(string line)
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.jsonl", line);
        var stamp = File.GetLastWriteTimeUtc(file);
        Assert.Equal(0, SplitAssigner.Fill([file]));
        Assert.Equal((line, stamp), (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));
    }

    [Fact]
    public void Marks_line_ends_and_empty_lines_stay()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.jsonl", "\uFEFF{\"group\":\"g\"}\r\n\r\n{\"group\":\"g\"}\n\n  \n{\"group\":\"g\"}");
        Assert.Equal(3, SplitAssigner.Fill([file]));
        var row = $"{{\"group\":\"g\", \"split\": \"{Own}\"}}";
        Assert.Equal(Encoding.UTF8.GetBytes($"\uFEFF{row}\r\n\r\n{row}\n\n  \n{row}"), File.ReadAllBytes(file));
    }

    [Fact]
    public void A_second_run_finds_nothing_to_do()
    {
        using var folder = new TempFolder();
        var files =
            new[] { folder.WriteLines("a", "{\"group\":\"g\"}"), folder.WriteLines("b", "{\"group\":\"h\"}", "{") };
        Assert.Equal((2, 0), (SplitAssigner.Fill(files), SplitAssigner.Fill(files)));
    }

    [Fact]
    public void Any_group_name_survives() => Gen.String[1, 10].Where(g => !g.Any(char.IsSurrogate)).Sample(group =>
    {
        using var folder = new TempFolder();
        var row = JsonSerializer.Serialize(new
        {
            id = "a",
            lang = "nl",
            text = "x",
            actors = Array.Empty<string>(),
            events = Array.Empty<string>(),
            stance = new { },
            group,
        });
        var file = folder.WriteLines("a", row);
        SplitAssigner.Fill([file]);
        Assert.Equal(Splits.Of(group), CorpusReader.Read(file)[0].Split);
    }, iter: 50);

    private static void AssertRefused(string file, string cause)
    {
        using var folder = new TempFolder();
        var good = folder.Write("good.jsonl", "{\"group\":\"g\"}");
        var before = File.ReadAllBytes(file);
        var error = Assert.Throws<ClassifierException>(() => SplitAssigner.Fill([good, file]));
        Assert.StartsWith($"{file} {cause}", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal("{\"group\":\"g\"}", File.ReadAllText(good));
    }

    private static void AssertFilled(string expected, string line)
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.jsonl", line);
        Assert.Equal(1, SplitAssigner.Fill([file]));
        Assert.Equal(expected, File.ReadAllText(file));
    }
}
