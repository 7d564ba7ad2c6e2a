using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Core.Text;
using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

public sealed class CorpusReaderTests
{
    [Fact]
    public void A_folder_is_read_file_by_file_in_the_order_of_names()
    {
        using var folder = new TempFolder();
        folder.WriteLines("b.jsonl", Row("b1"), "", "  ", Row("b2"));
        folder.WriteLines("a.jsonl", Row("a1"));
        folder.WriteLines("c.json", "not read");
        Assert.Equal(["a1", "b1", "b2"], CorpusReader.Read(folder.Path).Select(r => r.Id));
        Assert.Equal([1, 1, 4], CorpusReader.Lines(folder.Path).Select(l => l.Line));
    }

    [Fact]
    public void Line_ends_and_marks_of_other_systems_are_taken()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.jsonl", $"\uFEFF{Row("a1")}\r\n{Row("a2")}");
        Assert.Equal(["a1", "a2"], CorpusReader.Read(file).Select(r => r.Id));
    }

    [Fact]
    public void Further_fields_are_ignored_and_missing_ones_are_empty()
    {
        var row = CorpusReader.Parse("""{"id":"a","lang":"nl","text":"x","note":{"by":1}}""");
        Assert.Equal(("a", "nl", "x"), (row.Id, row.Lang, row.Text));
        Assert.Empty(row.Actors);
        Assert.Empty(row.Stance);
        Assert.Null(row.Split);
        Assert.Null(row.When);
    }

    [Theory]
    [InlineData("2024-12-08")]
    [InlineData("2024-12")]
    [InlineData("2024")]
    public void A_date_is_read_as_exactly_as_it_is_known(string date) =>
        Assert.Equal(date, (Rows.Good with { Date = date }).When.ToString());

    [Theory]
    [InlineData("2024-1")]
    [InlineData("")]
    [InlineData("last week")]
    public void A_malformed_date_is_told_with_its_place(string date)
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "a.jsonl", Row("a1"), "{\"id\":\"a\",\"lang\":\"nl\",\"text\":\"x\",\"date\":\"" + date + "\"}");
        var message = Assert.Throws<ClassifierException>(() => CorpusReader.Read(file)).Message;
        Assert.Contains("a.jsonl:2", message, StringComparison.Ordinal);
        Assert.Contains($"'{date}'", message, StringComparison.Ordinal);
        Assert.Contains(PassageDate.Forms, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_date_is_unknown() => Assert.Null((Rows.Good with { Date = "2024-1" }).When);

    [Theory]
    [InlineData("{", "it is not JSON, or nests too deep: it goes wrong at byte 1")]
    [InlineData("null", "it is null; a JSON object is needed")]
    [InlineData("[]", "it is an empty list; a JSON object is needed")]
    [InlineData("""{"id":"a","lang":"nl"}""", "field 'text' is missing; a text is needed")]
    [InlineData("""{"id":"a","lang":"nl","text":null}""", "field 'text' is null; a text is needed")]
    [InlineData("""{"id":5,"lang":"nl","text":"x"}""", "field 'id' is the number 5; a text is needed")]
    [InlineData(
        """{"id":"a","lang":"nl","text":"\ud83d"}""", "field 'text' is a text with half a letter (a lone surrogate);")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","\ud83d":1}""", "a field's name has half a letter in it")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","actors":null}""", "field 'actors' is null; a list of texts is")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","actors":[null]}""", "A label is null.")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","actors":[5]}""", "field 'actors' is a list with the number 5; a")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","events":"protest"}""", "field 'events' is a text; a list of")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","stance":null}""", "field 'stance' is null; an object of texts is")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","stance":{"sdf":null}}""", "A label is null.")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","cues":null}""", "field 'cues' is null; an object of lists")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","cues":{"protest":null}}""", "A cue is null.")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","cues":{"protest":[null]}}""", "A cue is null.")]
    [InlineData("""{"id":"a","lang":"nl","text":"x","excerpt":"yes"}""", "field 'excerpt' is a text; true or false is")]
    public void A_line_that_is_no_row_is_told_with_its_place_and_the_cause(string line, string cause)
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("a.jsonl", Row("a1"), "", line);
        var error = Assert.Throws<ClassifierException>(() => CorpusReader.Read(file));
        Assert.StartsWith($"{file}:3 is not a labelled passage: {cause}", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Evaluated as it stands, it would count as a passage that nobody is named in.</summary>
    [Theory]
    [InlineData("\"actor\":[\"sdf\"],\"events\":[],\"stance\":{}", "field 'actors' is missing; write it empty where")]
    [InlineData("\"actors\":[],\"Event\":[],\"stance\":{}", "field 'events' is missing; write it empty where")]
    [InlineData("\"actors\":[],\"events\":[]", "field 'stance' is missing; write it empty where there is none")]
    [InlineData(
        "\"actors\":[\"sdf\"],\"Actors\":[],\"events\":[],\"stance\":{}",
        "field 'actors' stands 2 times, and only the last would count")]
    public void A_row_whose_labels_would_be_lost_is_told_with_its_place(string labels, string cause)
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "a.jsonl", Row("a1"), "{\"id\":\"a\",\"lang\":\"nl\",\"text\":\"x\"," + labels + "}");
        var error = Assert.Throws<ClassifierException>(() => CorpusReader.Read(file));
        Assert.StartsWith($"{file}:2 is not a labelled passage: {cause}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_others_and_names_in_capitals_are_taken()
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines(
            "a.jsonl", """{"ID":"a","Lang":"nl","text":"x","Actors":[],"Events":[],"Stance":{},"note":{"by":1}}""");
        Assert.Equal("a", Assert.Single(CorpusReader.Read(file)).Id);
    }

    [Fact]
    public void A_zipped_file_is_read_as_it_was_before()
    {
        using var folder = new TempFolder();
        LanguageTexts.WriteZipped(folder["a.jsonl.gz"], Row("a1"), Row("a2"));
        Assert.Equal(["a1", "a2"], CorpusReader.Read(folder["a.jsonl.gz"]).Select(r => r.Id));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_told() => Assert.Contains(
        "no file or folder nowhere", Assert.Throws<ClassifierException>(() => CorpusReader.Read("nowhere")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_stamp_sees_values_and_not_the_order_of_fields()
    {
        var stamp = Stamp("""{"id":"a","lang":"nl","text":"x"}""");
        Assert.Equal(1, stamp.Rows);
        Assert.Equal(stamp, Stamp("""{"text":"x","more":1,"lang":"nl","id":"a"}"""));
        Assert.NotEqual(stamp, Stamp("""{"id":"a","lang":"nl","text":"y"}"""));
    }

    private static DataStamp Stamp(string line) => CorpusStamp.Of([CorpusReader.Parse(line)]);

    private static string Row(string id) =>
        $$$"""{"id":"{{{id}}}","lang":"nl","text":"x","actors":[],"events":[],"stance":{}}""";
}
