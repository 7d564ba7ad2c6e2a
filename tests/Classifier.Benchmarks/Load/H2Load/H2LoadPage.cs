using System.Globalization;
using System.Text;
using Classifier.Benchmarks.Whole;

namespace Classifier.Benchmarks.Load.H2Load;

/// <summary>What h2load found as Markdown.</summary>
internal static class H2LoadPage
{
    public static string Write(
        IReadOnlyList<(string Name, string Value)> facts, H2LoadClient client, IReadOnlyList<H2LoadRound> rounds)
    {
        var text = new StringBuilder("# The service under h2load\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"""

            Connections: {client.Connections}, with {client.Streams} streams each; h2load runs on the same cores. First as many calls as go, each that ends
            followed by the next: latencies of such a closed loop say little about callers that don't wait for one another. Then
            the service at half the rate that it had just reached; a call waits where all streams are taken, and its latency
            counts from when it was sent. One short passage, of {LoadPassages.LeastShort} to {LoadPassages.MostShort} UTF-16 units, another in each round. Medians of the
            rounds, ratios within a round. h2load sees no gRPC status: the service's own metrics say how many of its calls were
            answered with OK.

            | calls | calls/s | p50, ms | p99, ms | p99.9, ms | longest, ms | server's processors, µs a call | not OK |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        Row(text, "empty echo, as many as go", rounds, r => r.Echo, r => r.Echo.Calls.Failed);
        Row(text, "TagPassages, as many as go", rounds, r => r.Full, r => r.Full.Missed(r.FullAnswered));
        Row(text, "TagPassages, half as many", rounds, r => r.Half, r => r.Half.Missed(r.HalfAnswered));
        text.Append(CultureInfo.InvariantCulture, $"""

            TagPassages to the echo, as many calls as go: {Clock.Median(rounds.Select(r => r.Full.Rate / r.Echo.Rate)):0.00}.

            """);
        return text.ToString();
    }

    private static void Row(
        StringBuilder text, string name, IReadOnlyList<H2LoadRound> rounds, Func<H2LoadRound, H2LoadSample> of,
        Func<H2LoadRound, long> missed)
    {
        double Median(Func<H2LoadSample, double> value) => Clock.Median(rounds.Select(r => value(of(r))));
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {Median(s => s.Rate):N0} | ");
        text.AppendJoin(" | ", new[] { 0.5, 0.99, 0.999, 1 }.Select(
            share => Median(s => s.Milliseconds(share)).ToString("0.00", CultureInfo.InvariantCulture)));
        text.Append(CultureInfo.InvariantCulture, $" | {Median(s => s.Cost):0.0} | {rounds.Sum(missed):N0} |\n");
    }
}
