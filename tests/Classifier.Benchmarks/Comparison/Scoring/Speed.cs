namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>Texts per second of processor time.</summary>
internal readonly record struct Speed(double Median, double Slowest, double Fastest)
{
    /// <summary>Shorter passes say more of the clock than of the identifier.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);

    /// <param name="texts">Texts of a pass.</param>
    /// <param name="passes">Times of the passes, at least one.</param>
    /// <returns>Null if a pass took less than 5 ms.</returns>
    public static Speed? Of(int texts, IReadOnlyList<TimeSpan> passes)
    {
        if (passes.Any(p => p < Shortest))
        {
            return null;
        }

        var seconds = passes.Select(p => p.TotalSeconds).Order().ToList();
        var median = (seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2;
        return new(texts / median, texts / seconds[^1], texts / seconds[0]);
    }
}
