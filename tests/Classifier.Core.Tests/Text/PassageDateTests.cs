using System.Globalization;
using System.Text.Json;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class PassageDateTests
{
    [Theory]
    [InlineData("2026-01-20", "2026-01-20", "2026-01-20")]
    [InlineData("2016-11", "2016-11-01", "2016-11-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2018", "2018-01-01", "2018-12-31")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_day_a_month_or_a_year_is_read_and_written_back(string text, string first, string last)
    {
        Assert.True(PassageDate.TryParse(text, out var date));
        Assert.Equal((Day(first), Day(last)), (date.First, date.Last));
        Assert.Equal(text, date.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(date, CoreJson.Lines));
        Assert.Equal(date, JsonSerializer.Deserialize<PassageDate>($"\"{text}\"", CoreJson.Lines));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2016-13")]
    [InlineData("2016-00")]
    [InlineData("2016-13-01")]
    [InlineData("2016-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2016-11-00")]
    [InlineData("2016-1")]
    [InlineData("2016-1-20")]
    [InlineData("2016-")]
    [InlineData("201")]
    [InlineData("20161")]
    [InlineData("201611")]
    [InlineData("20161120")]
    [InlineData("2016/11")]
    [InlineData("11-2016")]
    [InlineData("2016-W11")]
    [InlineData("2016-325")]
    [InlineData("-201")]
    [InlineData("+2016")]
    [InlineData("0000")]
    [InlineData("0000-01")]
    [InlineData("0000-01-01")]
    [InlineData("12016")]
    [InlineData("٢٠١٦")]
    [InlineData("٢٠١٦-١١")]
    [InlineData("٢٠٢٦-٠١-٢٠")]
    [InlineData("２０１６")]
    [InlineData(" 2016")]
    [InlineData("2016 ")]
    [InlineData(" 201")]
    [InlineData("201 ")]
    [InlineData("201\0")]
    [InlineData("2016-1\0")]
    [InlineData("2016-1 ")]
    [InlineData("2016- 1")]
    [InlineData("2016-11\n")]
    [InlineData("2016-01-2 ")]
    [InlineData("2016-01-20T00:00:00Z")]
    [InlineData("2016–11")]
    [InlineData("soon")]
    public void Anything_else_is_no_date(string? text)
    {
        Assert.False(PassageDate.TryParse(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void A_long_text_is_no_date()
    {
        Assert.False(PassageDate.TryParse(new string('2', 1_000_000), out _));
        Assert.False(PassageDate.TryParse("2016-11" + new string(' ', 1_000_000), out _));
    }

    [Fact]
    public void A_day_may_be_named_by_its_numbers()
    {
        Assert.True(PassageDate.TryParse("2026-01-20", out var date));
        Assert.Equal(new PassageDate(2026, 1, 20), date);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassageDate(2026, 2, 30));
    }

    [Theory]
    [InlineData("\"2016-1\"")]
    [InlineData("\"\"")]
    [InlineData("2016")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"\\ud83d\"")]
    public void Json_that_is_no_date_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PassageDate>(json, CoreJson.Lines));

    [Fact]
    public void Json_null_is_an_unknown_date() =>
        Assert.Null(JsonSerializer.Deserialize<PassageDate?>("null", CoreJson.Lines));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
