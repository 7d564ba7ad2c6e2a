using System.Globalization;
using Classifier.Core;

namespace Classifier.Benchmarks.Load.Counting;

/// <summary>
/// A number out of what Prometheus reads (https://prometheus.io/docs/instrumenting/exposition_formats/).
/// </summary>
internal static class MetricCount
{
    /// <summary>The sum of all lines of a metric that have these labels; 0 where there is none.</summary>
    /// <param name="page">The page of metrics.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="labels">Such as <c>code="OK"</c>.</param>
    /// <exception cref="ClassifierException">A line has no number.</exception>
    public static long Of(string page, string metric, params IReadOnlyList<string> labels) => page
        .Split('\n')
        .Where(line => line.StartsWith(metric + '{', StringComparison.Ordinal))
        .Where(line => labels.All(label => line.Contains(label, StringComparison.Ordinal)))
        .Sum(line => (long)NumberOf(line));

    /// <summary>Behind the labels; a time may follow it.</summary>
    private static double NumberOf(string line)
    {
        var rest = line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return rest is [var number, ..]
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ClassifierException(
                ErrorKind.FailedPrecondition, "PROGRAM_FAILED", $"the metrics have '{line}', which has no number.");
    }
}
