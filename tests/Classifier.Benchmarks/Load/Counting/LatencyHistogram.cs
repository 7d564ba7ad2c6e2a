using System.Numerics;

namespace Classifier.Benchmarks.Load.Counting;

/// <summary>
/// Counts of latencies in steps of a microsecond at first and of at most 1/64 of the latency then, so that memory does
/// not grow with the calls. Many threads may add at the same time.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    private readonly long[] _counts = new long[Steps * (sizeof(long) * 8)];
    private long _longest;

    public long Count => _counts.Sum();

    public TimeSpan Longest => TimeSpan.FromMicroseconds(Interlocked.Read(ref _longest));

    public void Add(TimeSpan latency)
    {
        var microseconds = Math.Max(0, (long)latency.TotalMicroseconds);
        Interlocked.Increment(ref _counts[StepOf(microseconds)]);
        for (var seen = Interlocked.Read(ref _longest); microseconds > seen;)
        {
            var before = Interlocked.CompareExchange(ref _longest, microseconds, seen);
            seen = before == seen ? microseconds : before;
        }
    }

    /// <summary>The latency that this share of all stays within; 0 where there is none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public TimeSpan Percentile(double share)
    {
        var left = (long)Math.Ceiling(share * Count);
        for (var step = 0; left > 0; step++)
        {
            left -= _counts[step];
            if (left <= 0)
            {
                return TimeSpan.FromMicroseconds(Math.Min(EndOf(step), _longest));
            }
        }

        return TimeSpan.Zero;
    }

    private static int StepOf(long microseconds)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)microseconds) - StepBits);
        return (shift << StepBits) + (int)(microseconds >> shift);
    }

    /// <summary>The longest latency that falls into a step.</summary>
    private static long EndOf(int step)
    {
        var shift = Math.Max(0, (step >> StepBits) - 1);
        return ((step - ((long)shift << StepBits) + 1) << shift) - 1;
    }
}
