using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Benchmarks.Load.H2Load;

/// <summary>What one run of h2load found.</summary>
/// <param name="Calls">Latencies of the calls that HTTP ended well, and the number of the others.</param>
/// <param name="Wall">How long it ran.</param>
/// <param name="Processor">Time of all processors that the server took.</param>
internal sealed record H2LoadSample((LatencyHistogram Latencies, long Failed) Calls, TimeSpan Wall, TimeSpan Processor)
{
    public double Rate => Calls.Latencies.Count / Wall.TotalSeconds;

    /// <summary>Microseconds of the server's processors for a call.</summary>
    public double Cost => Processor.TotalMicroseconds / Math.Max(1, Calls.Latencies.Count);

    /// <summary>
    /// Calls that were not answered with OK. Those still in flight when h2load stops are answered unseen, so that fewer
    /// than none are missed.
    /// </summary>
    public long Missed(long answered) => Calls.Failed + Math.Max(0, Calls.Latencies.Count - answered);

    public double Milliseconds(double share) => Calls.Latencies.Percentile(share).TotalMilliseconds;
}
