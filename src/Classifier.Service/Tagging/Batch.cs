namespace Classifier.Service.Tagging;

/// <summary>Spreads the items of a batch over all cores and keeps their order.</summary>
internal static class Batch
{
    /// <summary>Below this a batch is done before other threads have woken up.</summary>
    private const int WorthSpreading = 16;

    /// <exception cref="OperationCanceledException">The token was cancelled; looked at between items.</exception>
    public static TResult[] Map<TItem, TResult>(
        IReadOnlyList<TItem> items, Func<TItem, int, TResult> map, CancellationToken cancel)
    {
        var results = new TResult[items.Count];
        if (items.Count < WorthSpreading)
        {
            for (var i = 0; i < results.Length; i++)
            {
                cancel.ThrowIfCancellationRequested();
                results[i] = map(items[i], i);
            }

            return results;
        }

        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        Parallel.For(0, results.Length, options, i =>
        {
            // The loop itself hears of it only when the token gets round to telling it, thousands of short items later.
            cancel.ThrowIfCancellationRequested();
            results[i] = map(items[i], i);
        });
        return results;
    }
}
