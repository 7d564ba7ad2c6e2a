using System.Diagnostics;
using Classifier.Benchmarks.Startup;
using Classifier.Core;

namespace Classifier.Benchmarks.Load;

/// <summary>One after the other, so that what disturbs the machine disturbs all of them.</summary>
internal sealed class FloorRun(
    ServiceProcess service, ServiceProcess echo, LoadPassages passages, PassageClassifier classifier, ClosedLoop loop,
    TimeSpan length)
{
    public async Task<FloorSample> RoundAsync() => new(
        await loop.RunAsync(echo, passages.Echoes, length),
        await loop.RunAsync(service, passages.ShortCalls, length),
        await loop.RunAsync(service, passages.Batches, length),
        InProcess(passages.Short),
        InProcess(passages.All));

    /// <summary>Passages a second on all cores.</summary>
    private double InProcess(IReadOnlyList<string> texts)
    {
        var (watch, count) = (Stopwatch.StartNew(), 0L);
        while (watch.Elapsed < length)
        {
            Parallel.ForEach(texts, text => classifier.Tag(text, default));
            count += texts.Count;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
