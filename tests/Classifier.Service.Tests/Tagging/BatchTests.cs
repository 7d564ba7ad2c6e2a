using Classifier.Service.Tagging;

namespace Classifier.Service.Tests.Tagging;

public sealed class BatchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void Results_keep_the_order_of_the_items(int count)
    {
        var items = Enumerable.Range(0, count).ToArray();
        var results = Batch.Map(items, (item, i) => (item, i), TestContext.Current.CancellationToken);
        Assert.Equal(items.Select(i => (i, i)), results);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void A_cancelled_batch_stops_between_items(int count)
    {
        using var source = new CancellationTokenSource();
        var done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Batch.Map(
            new int[count],
            (_, _) =>
            {
                source.Cancel();
                return Interlocked.Increment(ref done);
            },
            source.Token));
        Assert.InRange(done, 1, Environment.ProcessorCount);
    }
}
