using System.Globalization;
using System.Text;
using Classifier.Benchmarks.Whole;

namespace Classifier.Benchmarks.Load;

/// <summary>The floor and the service above it as Markdown.</summary>
internal static class FloorPage
{
    public static string Write(
        IReadOnlyList<(string Name, string Value)> facts, ClosedLoop loop, IReadOnlyList<FloorSample> samples)
    {
        var text = new StringBuilder("# The service against an empty one\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"""

            Closed loop: {loop.InFlight} calls in flight over {loop.Connections} connections, each followed by the next once it has ended, so that
            latencies say little about callers that don't wait for one another. The client runs on the same cores; it writes
            HTTP/2 frames that were made before and reads of the answers only their status. Medians of the rounds, ratios within
            a round. Short passages have {LoadPassages.LeastShort} to {LoadPassages.MostShort} UTF-16 units, those of batches are as long as the corpus has them.

            | calls | calls/s | passages/s | p50, ms | p99, ms | service's processors, µs a call | not answered |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        Row(text, "empty echo of a short passage", 0, samples, s => s.Echo);
        Row(text, "TagPassages, one short passage", 1, samples, s => s.Short);
        Row(text, $"TagPassages, {LoadPassages.PerBatch} passages", LoadPassages.PerBatch, samples, s => s.Batch);
        Tell(
            text, $"\nIn process on {Environment.ProcessorCount} cores: {{0:N0}} short passages/s,", samples,
            s => s.ShortInProcess);
        Tell(
            text, " {0:N0} of the batches' passages/s.\n\n| ratio | |\n| --- | ---: |\n", samples, s => s.AllInProcess);
        Tell(
            text, "| calls with one short passage to the echo | {0:0.00} |\n", samples,
            s => s.Short.Rate / s.Echo.Rate);
        Tell(
            text, "| passages of batches to the same in process | {0:0.00} |\n", samples,
            s => Passages(s) / s.AllInProcess);
        Tell(
            text, "| the same for each second of processor time that the service got | {0:0.00} |\n", samples,
            s => Passages(s) / s.AllInProcess * Environment.ProcessorCount * s.Batch.Wall / s.Batch.Processor);
        return text.ToString();
    }

    private static double Passages(FloorSample sample) => sample.Batch.Rate * LoadPassages.PerBatch;

    private static void Tell(
        StringBuilder text, string format, IReadOnlyList<FloorSample> samples, Func<FloorSample, double> value) =>
        text.AppendFormat(CultureInfo.InvariantCulture, format, Clock.Median(samples.Select(value)));

    private static void Row(
        StringBuilder text, string name, int passages, IReadOnlyList<FloorSample> samples,
        Func<FloorSample, ClosedSample> of)
    {
        double Median(Func<ClosedSample, double> value) => Clock.Median(samples.Select(s => value(of(s))));
        double Within(double share) => Median(s => s.Calls.Accepted.Percentile(share).TotalMilliseconds);
        var rate = Median(s => s.Rate);
        text.Append(
            CultureInfo.InvariantCulture, $"| {name} | {rate:N0} | {rate * passages:N0} | {Within(0.5):0.00} | ");
        text.Append(CultureInfo.InvariantCulture, $"{Within(0.99):0.00} | {Median(s => s.Cost):0.0} | ");
        text.Append(CultureInfo.InvariantCulture, $"{samples.Sum(s => of(s).Calls.Ended - of(s).Calls.Answered)} |\n");
    }
}
