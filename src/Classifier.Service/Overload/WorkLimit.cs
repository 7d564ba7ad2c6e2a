using System.Threading.RateLimiting;
using Classifier.Core;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>
/// The one bound on work: so many calls at a time, so many waiting, the rest refused at once. It is asked by the rate
/// limiting middleware for whole calls and by streams for each message, since a stream may idle for hours.
/// </summary>
internal sealed class WorkLimit(IOptions<ServiceOptions> options) : RateLimiter
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.Value.MaxConcurrentCalls,
        QueueLimit = options.Value.MaxQueuedCalls,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Never idle: the middleware disposes limiters that are, and this one is shared.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>How many wait for their turn.</summary>
    public long Queued => _limiter.GetStatistics()!.CurrentQueuedCount;

    public static ClassifierException Overloaded() => new(
        ErrorKind.ResourceExhausted, "OVERLOADED", "The service has as many calls as it can take; wait and send again.");

    /// <summary>Waits for a turn; dispose it when the work is done.</summary>
    /// <exception cref="ClassifierException">Too many wait already.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel)
    {
        var lease = await AcquireAsync(1, cancel);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw Overloaded();
    }

    public override RateLimiterStatistics? GetStatistics() => _limiter.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => _limiter.AttemptAcquire(permitCount);

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        _limiter.AcquireAsync(permitCount, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limiter.Dispose();
        }

        base.Dispose(disposing);
    }
}
