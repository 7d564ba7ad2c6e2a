using System.Globalization;
using Classifier.Core;

namespace Classifier.Benchmarks.Load.Counting;

/// <summary>
/// What h2load wrote of each call: when it began in microseconds, its HTTP status, and the microseconds to its end,
/// with tabs between. A call that failed has the status -1.
/// </summary>
internal static class H2LoadLog
{
    private const string Ok = "200";

    /// <returns>The latencies of the calls that HTTP ended well, and the number of the others.</returns>
    /// <exception cref="ClassifierException">A line is not such a one.</exception>
    public static (LatencyHistogram Latencies, long Failed) Read(IEnumerable<string> lines)
    {
        var (latencies, failed) = (new LatencyHistogram(), 0L);
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields is not [_, var status, var length, ..]
                || !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds))
            {
                throw new ClassifierException(
                    ErrorKind.FailedPrecondition, "PROGRAM_FAILED", $"h2load logged '{line}', which is no call.");
            }

            if (status == Ok)
            {
                latencies.Add(TimeSpan.FromMicroseconds(microseconds));
            }
            else
            {
                failed++;
            }
        }

        return (latencies, failed);
    }
}
