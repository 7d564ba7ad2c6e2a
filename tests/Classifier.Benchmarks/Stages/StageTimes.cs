using System.Diagnostics;

namespace Classifier.Benchmarks.Stages;

/// <summary>
/// Measures every stage of every passage several times and keeps the medians. A stage takes microseconds, so a program
/// that takes the processor away spoils single samples, which the median leaves out.
/// </summary>
internal sealed class StageTimes
{
    private readonly long[][] _ticks;
    private readonly long[][] _bytes;

    public StageTimes(StagedPath path, IReadOnlyList<string> texts, int rounds)
    {
        var samples = new long[rounds][][];
        var warmUp = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(3);
        do
        {
            _bytes = Round(path, texts, GC.GetAllocatedBytesForCurrentThread);
        }
        while (Environment.CpuUsage.TotalTime < warmUp);

        for (var round = 0; round < rounds; round++)
        {
            samples[round] = Round(path, texts, Stopwatch.GetTimestamp);
        }

        _ticks = [.. texts.Select((_, t) => Medians(samples, t))];
    }

    /// <summary>Mean of the medians, in microseconds for each passage.</summary>
    public double Microseconds(Stage stage, IReadOnlyList<int> passages) =>
        passages.Average(p => _ticks[p][(int)stage]) * 1e6 / Stopwatch.Frequency;

    /// <summary>Bytes that the stage allocates for each passage.</summary>
    public double Bytes(Stage stage, IReadOnlyList<int> passages) => passages.Average(p => _bytes[p][(int)stage]);

    private static long[][] Round(StagedPath path, IReadOnlyList<string> texts, Func<long> read)
    {
        var all = new long[texts.Count][];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new long[StagedPath.Count];
            path.Run(texts[i], read, all[i]);
        }

        return all;
    }

    private static long[] Medians(long[][][] samples, int text) =>
        [.. Enumerable.Range(0, StagedPath.Count)
            .Select(stage => samples.Select(r => r[text][stage]).Order().ElementAt(samples.Length / 2))];
}
