using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class CalendarDayTests
{
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("2024-2-9", false)]
    [InlineData(" 2024-02-29", false)]
    [InlineData("2024-02-29T00:00", false)]
    [InlineData("٢٠٢٤-٠٢-٢٩", false)]
    [InlineData("2024-02", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Days_are_whole_and_of_one_form(string? text, bool isDay) =>
        Assert.Equal(isDay, CalendarDay.TryParse(text, out _));

    [Fact]
    public void A_day_is_written_as_it_is_read()
    {
        Assert.True(CalendarDay.TryParse("0987-06-05", out var day));
        Assert.Equal((new DateOnly(987, 6, 5), "0987-06-05"), (day, CalendarDay.Write(day)));
    }
}
