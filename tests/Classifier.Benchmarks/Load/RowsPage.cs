using System.Globalization;
using System.Text;
using Classifier.Benchmarks.Whole;

namespace Classifier.Benchmarks.Load;

/// <summary>Runs of more and more passages as Markdown.</summary>
internal static class RowsPage
{
    public static string Write(IReadOnlyList<(string Name, string Value)> facts, IReadOnlyList<RowsSample> samples)
    {
        var text = new StringBuilder("# The service by number of passages\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        var fit = Growth.Fit([.. samples.Select(s => (s.Rows, s.Processor.TotalMicroseconds))]);
        text.Append(CultureInfo.InvariantCulture, $"""

            One service, run after run, 64 passages in a call, two callers for each core; its processor time, and its resident
            memory, looked at every {RowsSample.Look.TotalSeconds:0.0} s.

            Least squares: {fit.Base / 1e3:0} ms + {fit.Slope:0.0} µs for each passage; R² {fit.RSquared:0.0000}.

            | passages | s of processors | µs a passage | fit, s | resident at the end, MB | most, MB |
            | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var sample in samples)
        {
            var (seconds, fitted) = (sample.Processor.TotalSeconds, (fit.Base + (fit.Slope * sample.Rows)) / 1e6);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {sample.Rows:N0} | {seconds:0.00} | {seconds / sample.Rows * 1e6:0.0} | {fitted:0.00} | ");
            text.Append(
                CultureInfo.InvariantCulture, $"{sample.Resident[^1] / 1e6:0} | {sample.Resident.Max() / 1e6:0} |\n");
        }

        return text.ToString();
    }
}
