namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// Times identifiers that run in this process. The processor time is the whole process's, so that what the runtime's
/// other threads (garbage collection, compilation) do for an identifier counts as its own.
/// </summary>
internal static class InProcess
{
    /// <summary>Processor time after which tiered compilation, which works in the background, is done.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static Answers Identify(IReadOnlyList<string> texts, int passes, Func<string, string> identify)
    {
        var labels = new string[texts.Count];
        var warmUp = TimeSpan.Zero;
        while (warmUp < WarmUp)
        {
            warmUp += Pass(texts, identify, labels);
        }

        return new(labels, TimedPasses.Of(passes, () => Pass(texts, identify, labels)));
    }

    private static TimeSpan Pass(IReadOnlyList<string> texts, Func<string, string> identify, string[] labels)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = identify(texts[i]);
        }

        return Environment.CpuUsage.TotalTime - before;
    }
}
