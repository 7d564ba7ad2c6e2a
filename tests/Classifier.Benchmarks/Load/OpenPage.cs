using System.Globalization;
using System.Text;
using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Benchmarks.Load;

/// <summary>The service under an open loop as Markdown.</summary>
internal static class OpenPage
{
    /// <summary>How many times memory is told, at even distances.</summary>
    private const int MemoryRows = 15;

    public static string Write(
        IReadOnlyList<(string Name, string Value)> facts, ClosedLoop loop, ClosedSample closed, OpenSample sample)
    {
        var text = new StringBuilder("# The service under load\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        var (schedule, calls) = (sample.Schedule, sample.Calls);
        text.Append(CultureInfo.InvariantCulture, $"""

            Open loop: a call with one short passage every {1e6 / schedule.Rate:0.0} µs for {schedule.Length.TotalMinutes:0.0} minutes, {schedule.Rate:N0} a second, whatever becomes of those
            before; latencies count from when a call was due. The client runs on the same cores. A closed loop with {loop.InFlight} calls in
            flight had reached {closed.Rate:N0} calls/s just before (p50 {Milliseconds(closed.Calls.Accepted, 0.5)} ms, p99 {Milliseconds(closed.Calls.Accepted, 0.99)} ms), so that this is {schedule.Rate / closed.Rate:0.00} times as much.

            | calls | number | a second | p50, ms | p99, ms | p99.9, ms | longest, ms |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        Row(text, "answered", calls.Answered, schedule.Length, calls.Accepted);
        Row(text, "refused with RESOURCE_EXHAUSTED", calls.Refused, schedule.Length, calls.Refusals);
        foreach (var (name, count) in calls.Others)
        {
            Row(text, name, count, schedule.Length, new());
        }

        Row(text, "not ended", sample.Unended, schedule.Length, new());
        Row(text, "not sent, since the client was full", calls.NotSent, schedule.Length, new());
        AddHealth(text, sample);
        AddMemory(text, sample.Memory);
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, long count, TimeSpan length, LatencyHistogram latencies)
    {
        string Told(string number) => latencies.Count == 0 ? "" : number;
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {count:N0} | {count / length.TotalSeconds:N0} | ");
        text.AppendJoin(
            " | ", new[] { 0.5, 0.99, 0.999, 1 }.Select(share => Told(Milliseconds(latencies, share)))).Append(" |\n");
    }

    private static void AddHealth(StringBuilder text, OpenSample sample)
    {
        var (health, length) = (sample.Health, sample.Schedule.Length);
        text.Append(CultureInfo.InvariantCulture, $"""

            Health, asked ten times a second over a connection of its own: {health.Serving:N0} of {health.Asked:N0} answers SERVING, p50 {Milliseconds(health.Latencies, 0.5)} ms,
            p99 {Milliseconds(health.Latencies, 0.99)} ms, longest {Milliseconds(health.Latencies, 1)} ms. The service took {sample.Processor / length:0.00} processors and {(sample.IsRunning ? "ran" : "had ended")} at the end.


            """);
    }

    private static void AddMemory(StringBuilder text, IReadOnlyList<(TimeSpan At, long Resident)> memory)
    {
        text.Append("| after, s | resident, MB |\n| ---: | ---: |\n");
        for (var row = 1; row <= MemoryRows; row++)
        {
            var (at, resident) = memory[Math.Max(0, (row * memory.Count / MemoryRows) - 1)];
            text.Append(CultureInfo.InvariantCulture, $"| {at.TotalSeconds:0} | {resident / 1e6:0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| most | {memory.Max(m => m.Resident) / 1e6:0} |\n");
    }

    private static string Milliseconds(LatencyHistogram latencies, double share) =>
        latencies.Percentile(share).TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
