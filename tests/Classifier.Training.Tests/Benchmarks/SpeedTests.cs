using Classifier.Benchmarks.Comparison.Scoring;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class SpeedTests
{
    [Fact]
    public void Speed_is_that_of_the_median_pass() =>
        Assert.Equal(new Speed(80, 20, 160), Speed.Of(8, Times(400, 100, 50)));

    [Fact]
    public void Of_an_even_number_of_passes_the_middle_two_count() =>
        Assert.Equal(new Speed(40, 16, 80), Speed.Of(10, Times(125, 625, 375, 125)));

    [Theory]
    [InlineData(4, 100, 100)]
    [InlineData(100, -2, 100)]
    public void Passes_that_are_too_short_tell_no_speed(params int[] milliseconds) =>
        Assert.Null(Speed.Of(1000, Times(milliseconds)));

    private static TimeSpan[] Times(params int[] milliseconds) =>
        [.. milliseconds.Select(m => TimeSpan.FromMilliseconds(m))];
}
