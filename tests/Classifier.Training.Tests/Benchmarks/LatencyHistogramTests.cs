using Classifier.Benchmarks.Load.Counting;
using CsCheck;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Short_latencies_are_told_to_the_microsecond()
    {
        var histogram = Of([.. Enumerable.Range(1, 100)]);
        Assert.Equal([50, 99, 100], new[] { 0.5, 0.99, 1 }.Select(share => Micros(histogram.Percentile(share))));
        Assert.Equal((100, 100), (histogram.Count, Micros(histogram.Longest)));
    }

    [Fact]
    public void Long_ones_to_a_sixty_fourth_and_never_too_short() => Gen.Int[0, int.MaxValue].Sample(latency =>
    {
        var told = Micros(Of(latency, int.MaxValue).Percentile(0.5));
        Assert.InRange(told, latency, latency + ((long)latency / 64));
    });

    [Fact]
    public void None_is_told_longer_than_the_longest() =>
        Assert.Equal(1_000_001, Micros(Of(1_000_001).Percentile(0.99)));

    [Fact]
    public void The_longest_is_found_wherever_it_comes() => Assert.Equal(900, Micros(Of(3, 900, 7).Longest));

    [Fact]
    public void Without_any_there_is_none() => Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Percentile(0.99));

    private static LatencyHistogram Of(params int[] microseconds)
    {
        var histogram = new LatencyHistogram();
        Array.ForEach(microseconds, m => histogram.Add(TimeSpan.FromMicroseconds(m)));
        return histogram;
    }

    private static long Micros(TimeSpan time) => (long)time.TotalMicroseconds;
}
