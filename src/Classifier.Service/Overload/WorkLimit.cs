using System.Threading.RateLimiting;
using Classifier.Core;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>
/// The one bound on work: so many calls at a time, so many waiting, the rest refused at once. Calls ask for their turn
/// when their message is there and give it back before their answer goes out, so that slow clients keep no one else
/// waiting (they take a place in the <see cref="Room"/>, not a turn); streams ask for each message, since a stream may
/// idle for hours.
/// </summary>
internal sealed class WorkLimit(IOptions<ServiceOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.Value.MaxConcurrentCalls,
        QueueLimit = options.Value.MaxQueuedCalls,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How many wait for their turn.</summary>
    public long Queued => _limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>How many have their turn.</summary>
    public long Working => options.Value.MaxConcurrentCalls - _limiter.GetStatistics()!.CurrentAvailablePermits;

    public static ClassifierException Overloaded() => new(
        ErrorKind.ResourceExhausted, "OVERLOADED",
        "The service has as many calls as it can take; wait and send again.");

    /// <summary>A turn where one is free and nobody waits for it, otherwise null; without a token and a task.</summary>
    public RateLimitLease? TryEnter()
    {
        var lease = _limiter.AttemptAcquire();
        return lease.IsAcquired ? lease : null;
    }

    /// <summary>Waits for a turn; dispose it when the work is done.</summary>
    /// <exception cref="ClassifierException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel)
    {
        var lease = await _limiter.AcquireAsync(1, cancel);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw Overloaded();
    }

    public void Dispose() => _limiter.Dispose();
}
