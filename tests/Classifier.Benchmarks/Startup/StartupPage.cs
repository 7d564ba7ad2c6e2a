using System.Globalization;
using System.Text;
using Classifier.Benchmarks.Whole;

namespace Classifier.Benchmarks.Startup;

/// <summary>Start and memory of the service as Markdown.</summary>
internal static class StartupPage
{
    public static string Write(
        IReadOnlyList<(string Name, string Value)> facts, IReadOnlyList<StartSample> samples, int passages)
    {
        var text = new StringBuilder("# Start and memory of the service\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        text.Append("""

            From the start of the process to the first answer SERVING of the gRPC health service, on a warm file cache.

            | | median | least | most |
            | --- | ---: | ---: | ---: |

            """);
        Row(text, "until it serves, s", samples, s => s.Wall.TotalSeconds, "0.00");
        Row(text, "processor time until then, s", samples, s => s.Processor.TotalSeconds, "0.00");
        Row(text, "resident then, MB", samples, s => s.Serving / 1e6, "0");
        Row(text, "resident a second later, MB", samples, s => s.AtRest / 1e6, "0");
        if (passages > 0)
        {
            var after = string.Create(CultureInfo.InvariantCulture, $"resident after {passages:N0} passages, MB");
            Row(text, after, samples, s => s.After / 1e6, "0");
        }

        return text.ToString();
    }

    private static void Row(
        StringBuilder text, string name, IReadOnlyList<StartSample> samples, Func<StartSample, double> value,
        string format)
    {
        string Told(double number) => number.ToString(format, CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {Told(Clock.Median(samples.Select(value)))} | ");
        text.Append(CultureInfo.InvariantCulture, $"{Told(samples.Min(value))} | {Told(samples.Max(value))} |\n");
    }
}
