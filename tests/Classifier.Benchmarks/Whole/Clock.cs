namespace Classifier.Benchmarks.Whole;

/// <summary>Processor time of this process.</summary>
internal static class Clock
{
    public static TimeSpan Of(Action run)
    {
        var before = Environment.CpuUsage.TotalTime;
        run();
        return Environment.CpuUsage.TotalTime - before;
    }

    /// <summary>The middle of several, so that a disturbed one does not count.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
