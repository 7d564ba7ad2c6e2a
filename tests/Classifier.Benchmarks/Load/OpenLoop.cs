using System.Diagnostics;
using Classifier.Benchmarks.Load.Counting;
using Classifier.Benchmarks.Load.Http2;

namespace Classifier.Benchmarks.Load;

/// <summary>
/// Sends calls when they are due, whatever became of those before. Latencies count from when a call was due, so that
/// what it waits in this client counts too.
/// </summary>
internal sealed class OpenLoop(int port, int connections, IReadOnlyList<CallTemplate> calls)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs on a thread of its own until all calls are sent and have ended.</summary>
    /// <returns>How many never ended.</returns>
    public Task<long> RunAsync(ArrivalSchedule schedule, CallTally tally) => Task.Factory.StartNew(
        () => Run(schedule, tally), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private long Run(ArrivalSchedule schedule, CallTally tally)
    {
        var lines = Enumerable.Range(0, connections).Select(_ => new CallConnection(port, () => tally)).ToList();
        var (begin, sent) = (Stopwatch.GetTimestamp(), 0L);
        while (sent < schedule.Total)
        {
            var due = schedule.DueAt(Stopwatch.GetElapsedTime(begin));
            for (; sent < due; sent++)
            {
                Send(lines, sent, begin + (long)(schedule.TimeOf(sent).TotalSeconds * Stopwatch.Frequency), tally);
            }

            lines.ForEach(l => l.Flush());
            Thread.Sleep(Tick);
        }

        var left = Drain(lines);
        lines.ForEach(l => l.Dispose());
        return left;
    }

    /// <summary>In turn over the connections; those that are full are passed over.</summary>
    private void Send(List<CallConnection> lines, long call, long scheduled, CallTally tally)
    {
        var template = calls[(int)(call % calls.Count)];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[(int)((call + i) % lines.Count)].TryStart(template, scheduled))
            {
                return;
            }
        }

        tally.AddNotSent();
    }

    private static long Drain(List<CallConnection> lines)
    {
        var watch = Stopwatch.StartNew();
        while (lines.Sum(l => l.InFlight) > 0 && watch.Elapsed < Patience)
        {
            Thread.Sleep(Tick);
        }

        return lines.Sum(l => l.InFlight);
    }
}
