using System.Text;
using Classifier.Core.Text;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

public sealed class ScoreRowTests
{
    private const int MaxLine = 1000;

    [Fact]
    public void A_row_has_id_text_and_date()
    {
        var row = Parse("""{"id":"a1","text":"Damascus 🔥","date":"2026-01-20"}""");
        Assert.Null(row.Error);
        Assert.Equal(("\"a1\"", "Damascus 🔥", new PassageDate(2026, 1, 20)), (row.IdJson, row.Text, row.Date));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void Fields_that_are_ignored_nest_as_they_like(int depth)
    {
        var nested = new string('[', depth) + new string(']', depth);
        var line = Encoding.UTF8.GetBytes($$"""{"more":{{nested}},"text":"x"}""");
        var row = ScoreRow.Parse(new(line, line.Length), ScoreRun.MaxLine);
        Assert.Equal((null, "x"), (row.Error, row.Text));
    }

    [Theory]
    [InlineData("2016-11")]
    [InlineData("2018")]
    public void A_date_may_be_a_month_or_a_year(string date)
    {
        var row = Parse($$"""{"text":"x","date":"{{date}}"}""");
        Assert.Null(row.Error);
        Assert.Equal(date, row.Date.ToString());
    }

    [Theory]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"text":"x","id":null,"date":null}""")]
    [InlineData("""{"text":"x","date":""}""")]
    public void Id_and_date_may_be_missing(string json)
    {
        var row = Parse(json);
        Assert.Null(row.Error);
        Assert.Equal((null, "x", (PassageDate?)null), (row.IdJson, row.Text, row.Date));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("-0")]
    [InlineData("1e400")]
    [InlineData("12345678901234567890123")]
    [InlineData("\"\"")]
    [InlineData("\"a \\\" \\\\ \\n b\"")]
    [InlineData("\"سوریا\"")]
    public void Ids_come_back_as_they_were(string id) =>
        Assert.Equal(id, Parse($$"""{"id":{{id}},"text":"x"}""").IdJson);

    [Theory]
    [InlineData("""{"more":{"id":"inner","text":"inner"},"text":"x","id":"a"}""")]
    [InlineData("""{"text":"x","list":[1,[2,{"text":5}]],"id":"a","Text":"other"}""")]
    [InlineData("""{"\u0074ext":"x","broken":"\ud83d","id":"a"}""")]
    public void Further_fields_are_ignored(string json)
    {
        var row = Parse(json);
        Assert.Null(row.Error);
        Assert.Equal(("\"a\"", "x"), (row.IdJson, row.Text));
    }

    [Theory]
    [InlineData("MESSAGE_MALFORMED", "")]
    [InlineData("MESSAGE_MALFORMED", "   ")]
    [InlineData("MESSAGE_MALFORMED", "null")]
    [InlineData("MESSAGE_MALFORMED", "[]")]
    [InlineData("MESSAGE_MALFORMED", "\"text\"")]
    [InlineData("MESSAGE_MALFORMED", "{text:1}")]
    [InlineData("TEXT_EMPTY", "{}")]
    [InlineData("MESSAGE_MALFORMED", """{"id":{"a":1},"text":"x"}""")]
    [InlineData("MESSAGE_MALFORMED", """{"id":true,"text":"x"}""")]
    [InlineData("TEXT_BROKEN", """{"id":"\udc00","text":"x"}""")]
    public void What_is_no_row_is_told_without_an_id(string reason, string json) =>
        AssertBad(reason, null, Parse(json));

    [Theory]
    [InlineData("MESSAGE_MALFORMED", """{"id":"a","text":""")]
    [InlineData("MESSAGE_MALFORMED", """{"id":"a","text":"x"}{"id":"b","text":"y"}""")]
    [InlineData("MESSAGE_MALFORMED", """{"id":"a","text":"x"} and more""")]
    [InlineData("TEXT_EMPTY", """{"id":"a"}""")]
    [InlineData("MESSAGE_MALFORMED", """{"text":["x"],"id":"a"}""")]
    [InlineData("TEXT_EMPTY", """{"text":null,"id":"a"}""")]
    [InlineData("TEXT_BROKEN", """{"text":"\ud83d","id":"a"}""")]
    [InlineData("TEXT_BROKEN", """{"text":"\ud83d","date":"x","id":"a"}""")]
    [InlineData("TEXT_BROKEN", """{"\ud83d":{"id":"inner"},"id":"a","text":"x"}""")]
    [InlineData("DATE_MALFORMED", """{"date":"2026-02-30","text":"x","id":"a"}""")]
    [InlineData("DATE_MALFORMED", """{"date":"2026-1-20","text":"x","id":"a"}""")]
    [InlineData("DATE_MALFORMED", """{"date":"2026-1","text":"x","id":"a"}""")]
    [InlineData("MESSAGE_MALFORMED", """{"date":2026,"text":"x","id":"a"}""")]
    [InlineData("MESSAGE_MALFORMED", """{"date":{"y":2026},"text":"x","id":"a"}""")]
    public void What_is_wrong_is_told_with_the_id_wherever_that_stands(string reason, string json) =>
        AssertBad(reason, "\"a\"", Parse(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    public void A_text_that_is_missing_or_null_is_told_the_same(string json) =>
        Assert.Equal("The row has no field 'text' that is a string.", Parse(json).Error!.Message);

    [Theory]
    [InlineData("\"2026-13\"")]
    [InlineData("2026")]
    public void A_date_that_is_none_is_told_with_the_forms(string date) => Assert.Contains(
        "YYYY-MM-DD, YYYY-MM or YYYY",
        Parse($$"""{"text":"x","date":{{date}}}""").Error!.Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC3 })]
    public void Bytes_that_are_no_utf8_are_told_with_the_id(byte[] bytes) =>
        AssertBad(
            "TEXT_BROKEN",
            "\"a\"",
            ScoreRow.Parse(Line([.. "{\"text\":\"x"u8, .. bytes, .. "\",\"id\":\"a\"}"u8]), MaxLine));

    [Fact]
    public void A_line_that_was_too_long_tells_both_lengths()
    {
        var row = ScoreRow.Parse(new InputLine(ReadOnlyMemory<byte>.Empty, MaxLine + 1), MaxLine);
        AssertBad("MESSAGE_TOO_LARGE", null, row);
        Assert.Contains("1001 bytes; at most 1000", row.Error!.Message, StringComparison.Ordinal);
    }

    private static void AssertBad(string reason, string? id, ScoreRow row)
    {
        Assert.Equal((reason, id), (row.Error?.Reason, row.IdJson));
        Assert.Equal("INVALID_ARGUMENT", row.Error!.CodeName);
    }

    private static ScoreRow Parse(string json) => ScoreRow.Parse(Line(Encoding.UTF8.GetBytes(json)), MaxLine);

    private static InputLine Line(byte[] bytes) => new(bytes, bytes.Length);
}
