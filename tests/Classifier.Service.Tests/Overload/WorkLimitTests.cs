using Classifier.Core;
using Classifier.Service.Overload;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Overload;

public sealed class WorkLimitTests : IDisposable
{
    private readonly WorkLimit _limit = new(Options.Create(new Service.Hosting.ServiceOptions
    {
        MaxConcurrentCalls = 2,
        MaxQueuedCalls = 1,
    }));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_calls_and_queue_it_refuses_at_once()
    {
        using var first = await _limit.EnterAsync(Cancel);
        using var second = await _limit.EnterAsync(Cancel);
        var third = _limit.EnterAsync(Cancel).AsTask();
        var error = await Assert.ThrowsAsync<ClassifierException>(() => _limit.EnterAsync(Cancel).AsTask());
        Assert.Equal((ErrorKind.ResourceExhausted, "OVERLOADED"), (error.Kind, error.Reason));
        Assert.Equal((1, false), (_limit.Queued, third.IsCompleted));
        first.Dispose();
        (await third).Dispose();
        Assert.Equal(0, _limit.Queued);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_queue()
    {
        using var first = await _limit.EnterAsync(Cancel);
        using var second = await _limit.EnterAsync(Cancel);
        using var source = new CancellationTokenSource();
        var third = _limit.EnterAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(0, _limit.Queued);
    }

    public void Dispose() => _limit.Dispose();
}
