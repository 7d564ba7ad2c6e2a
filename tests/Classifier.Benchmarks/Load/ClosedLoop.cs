using System.Diagnostics;
using Classifier.Benchmarks.Load.Counting;
using Classifier.Benchmarks.Load.Http2;
using Classifier.Benchmarks.Startup;

namespace Classifier.Benchmarks.Load;

/// <summary>As many calls in flight all the time: each that ends is followed by the next.</summary>
/// <param name="InFlight">Calls in flight.</param>
/// <param name="Connections">Over how many connections.</param>
internal sealed record ClosedLoop(int InFlight, int Connections)
{
    /// <summary>
    /// Until all calls are in flight and the next compiled code has taken over; a first loop should not count at all.
    /// </summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Over four connections where that leaves at least one call to each.</summary>
    public static ClosedLoop Of(int inFlight)
    {
        var connections = Math.Min(4, inFlight);
        return new(inFlight / connections * connections, connections);
    }

    public async Task<ClosedSample> RunAsync(ServiceProcess service, IReadOnlyList<CallTemplate> calls, TimeSpan length)
    {
        var (tally, next) = (new CallTally(), -1);
        void Fill(CallConnection connection)
        {
            while (connection.TryStart(
                calls[(int)((uint)Interlocked.Increment(ref next) % calls.Count)],
                Stopwatch.GetTimestamp(),
                InFlight / Connections))
            {
            }
        }

        var connections = Enumerable.Range(0, Connections)
            .Select(_ => new CallConnection(service.Port, () => Volatile.Read(ref tally), Fill)).ToList();
        connections.ForEach(Fill);
        connections.ForEach(c => c.Flush());
        await Task.Delay(WarmUp);
        var (measured, before, watch) = (new CallTally(), service.Processor, Stopwatch.StartNew());
        Volatile.Write(ref tally, measured);
        await Task.Delay(length);
        Volatile.Write(ref tally, new());
        var (elapsed, processor) = (watch.Elapsed, service.Processor - before);
        connections.ForEach(c => c.Dispose());
        return new(measured, elapsed, processor);
    }
}
