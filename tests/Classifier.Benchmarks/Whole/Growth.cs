using System.Diagnostics;
using Classifier.Core;

namespace Classifier.Benchmarks.Whole;

/// <summary>How the cost grows with the length of a passage, and with the number of passages.</summary>
internal static class Growth
{
    private static readonly int[] Lengths = [10, 30, 60, 100, 200, 300, 400, 600, 800, 1000, 1200];

    private static readonly int[] Counts = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>
    /// Median microseconds for a passage of each length; passages are cut out of the corpus laid end to end.
    /// </summary>
    public static IReadOnlyList<(int Length, double Microseconds)> ByLength(
        PassageClassifier classifier, IReadOnlyList<string> texts, int rounds)
    {
        const int Each = 300;
        var all = string.Join(' ', texts);
        var cuts = Lengths.Select(length => Enumerable.Range(0, Each)
            .Select(i => all.Substring((int)((long)i * (all.Length - length) / Each), length)).ToArray()).ToArray();
        var samples = Lengths.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds + 2; round++)
        {
            for (var i = 0; i < cuts.Length; i++)
            {
                var repeats = Math.Max(1, 2000 / Lengths[i]);
                var time = Clock.Of(() => Repeat(classifier, cuts[i], repeats));
                samples[i].Add(time.TotalMicroseconds / Each / repeats);
            }
        }

        return [.. Lengths.Select((length, i) => (length, Clock.Median(samples[i].Skip(2))))];
    }

    /// <summary>Rate and resident memory after so many passages, taken round and round from the corpus.</summary>
    public static IReadOnlyList<(int Rows, double Microseconds, long Resident)> ByRows(
        PassageClassifier classifier, IReadOnlyList<string> texts) =>
        [.. Counts.Select(rows =>
        {
            var time = Clock.Of(() =>
            {
                for (var i = 0; i < rows; i++)
                {
                    classifier.Tag(texts[i % texts.Count], default);
                }
            });
            return (rows, time.TotalMicroseconds / rows, Process.GetCurrentProcess().WorkingSet64);
        })];

    /// <summary>
    /// Least squares: microseconds = base + slope times length, and the share of the variance that it explains.
    /// </summary>
    public static (double Base, double Slope, double RSquared) Fit(
        IReadOnlyList<(int Length, double Microseconds)> points)
    {
        var (x, y) = (points.Average(p => p.Length), points.Average(p => p.Microseconds));
        var slope =
            points.Sum(p => (p.Length - x) * (p.Microseconds - y)) / points.Sum(p => (p.Length - x) * (p.Length - x));
        var intercept = y - (slope * x);
        var left = points.Sum(p => Math.Pow(p.Microseconds - intercept - (slope * p.Length), 2));
        return (intercept, slope, 1 - (left / points.Sum(p => Math.Pow(p.Microseconds - y, 2))));
    }

    private static void Repeat(PassageClassifier classifier, string[] texts, int repeats)
    {
        for (var i = 0; i < repeats; i++)
        {
            foreach (var text in texts)
            {
                classifier.Tag(text, default);
            }
        }
    }
}
