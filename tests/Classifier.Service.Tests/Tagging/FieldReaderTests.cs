using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Tagging;

namespace Classifier.Service.Tests.Tagging;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData(V1.OffsetUnit.Unspecified, OffsetUnit.Utf16)]
    [InlineData(V1.OffsetUnit.Utf16, OffsetUnit.Utf16)]
    [InlineData(V1.OffsetUnit.Utf8, OffsetUnit.Utf8)]
    [InlineData(V1.OffsetUnit.CodePoint, OffsetUnit.CodePoint)]
    public void Units_are_known(V1.OffsetUnit given, OffsetUnit expected) =>
        Assert.Equal(expected, FieldReader.Unit(given, "offset_unit"));

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void Unknown_units_are_refused_with_their_number(int unit)
    {
        var error = Assert.Throws<ClassifierException>(() => FieldReader.Unit((V1.OffsetUnit)unit, "offset_unit"));
        Assert.Equal("OFFSET_UNIT_UNKNOWN", error.Reason);
        var violation = Assert.Single(error.Violations);
        Assert.Equal("offset_unit", violation.Field);
        Assert.StartsWith($"is {unit}; allowed are ", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Unset_options_are_the_defaults() =>
        Assert.Equal(new(OffsetUnit.Utf16, false), FieldReader.Settings(null));

    [Fact]
    public void Empty_dates_are_unknown() => Assert.Null(FieldReader.Date("", "date"));

    [Fact]
    public void Dates_are_read() => Assert.Equal(new PassageDate(2026, 1, 20), FieldReader.Date("2026-01-20", "date"));

    [Theory]
    [InlineData("2016-11", 1, 30, 11, 11)]
    [InlineData("2018", 1, 31, 1, 12)]
    public void Months_and_years_are_read(string text, int firstDay, int lastDay, int firstMonth, int lastMonth)
    {
        var date = FieldReader.Date(text, "date")!.Value;
        Assert.Equal((firstMonth, firstDay), (date.First.Month, date.First.Day));
        Assert.Equal((lastMonth, lastDay), (date.Last.Month, date.Last.Day));
    }

    [Theory]
    [InlineData("20-01-2026")]
    [InlineData("2026-13")]
    [InlineData("2016-1")]
    [InlineData("2026-1-20")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-20T00:00:00Z")]
    [InlineData(" 2014-10-01")]
    [InlineData("٢٠٢٦-٠١-٢٠")]
    [InlineData("0000-01-01")]
    public void Malformed_dates_are_refused_with_the_form_and_without_their_value(string date)
    {
        var error = Assert.Throws<ClassifierException>(() => FieldReader.Date(date, "passages[2].date"));
        Assert.Equal("DATE_MALFORMED", error.Reason);
        Assert.Equal("passages[2].date", Assert.Single(error.Violations).Field);
        Assert.Contains("YYYY-MM-DD, YYYY-MM or YYYY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(date, error.Message, StringComparison.Ordinal);
    }
}
