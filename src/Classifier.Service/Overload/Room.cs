using System.Threading.RateLimiting;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>How many unary calls may be inside, whether they work, wait, send or receive.</summary>
/// <remarks>
/// The limiter of ASP.NET's rate limiting middleware without the middleware, which looks up policy, partition and
/// limiter for each call and so costs three times as much as the limiter.
/// </remarks>
internal sealed class Room(IOptions<ServiceOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new() { PermitLimit = Places(options.Value) });

    /// <summary>How many are inside.</summary>
    public long Inside => Places(options.Value) - _limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>A place, if there is one; dispose it when the call has ended.</summary>
    public RateLimitLease TryEnter() => _limiter.AttemptAcquire();

    public void Dispose() => _limiter.Dispose();

    private static int Places(ServiceOptions options) => options.MaxConcurrentCalls + options.MaxQueuedCalls;
}
