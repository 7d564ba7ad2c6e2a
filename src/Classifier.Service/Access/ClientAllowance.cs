using System.Threading.RateLimiting;
using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>
/// What each client may still do: a token bucket by client, from which calls that tag or administer take, and each
/// message of a stream. A batch is one call, whatever is in it.
/// </summary>
internal sealed class ClientAllowance(IOptions<ServiceOptions> options) : IDisposable
{
    /// <summary>How often .NET's limiter by client looks after its buckets.</summary>
    private const int LooksPerMinute = 600;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly int _callsPerMinute = options.Value.Access.CallsPerMinute;

    private readonly PartitionedRateLimiter<string>? _clients = options.Value.Access is { CallsPerMinute: > 0 } access
        ? PartitionedRateLimiter.Create<string, string>(
            client => RateLimitPartition.GetTokenBucketLimiter(client, _ => Bucket(access)))
        : null;

    /// <summary>
    /// The smallest bucket that holds what comes between two looks, with as much again for looks that are late: a
    /// smaller one would keep a client below what it may.
    /// </summary>
    /// <param name="callsPerMinute">0 to 6,000,000.</param>
    public static int LeastBurst(int callsPerMinute) => Math.Max(1, 2 * callsPerMinute / LooksPerMinute);

    /// <summary>Takes a call from the client's allowance, if there is one left.</summary>
    /// <param name="client">As <see cref="Caller.Key"/> names it.</param>
    /// <returns>Null, or why not and when again.</returns>
    public ClassifierException? Take(string client)
    {
        if (_clients is null)
        {
            return null;
        }

        using var lease = _clients.AttemptAcquire(client);
        return lease.IsAcquired
            ? null
            : Used(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute);
    }

    public void Dispose() => _clients?.Dispose();

    /// <summary>
    /// Refilled by the time that has passed, once its period is over; half of a look, so that no look comes too early.
    /// </summary>
    private static TokenBucketRateLimiterOptions Bucket(AccessOptions access)
    {
        var tokens = Math.Max(1, access.CallsPerMinute / (2 * LooksPerMinute));
        return new()
        {
            TokenLimit = access.BurstCalls,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = Minute * tokens / access.CallsPerMinute,
            QueueLimit = 0,
            AutoReplenishment = true,
        };
    }

    private ClassifierException Used(TimeSpan wait) => new(
        ErrorKind.ResourceExhausted, "CLIENT_LIMIT",
        $"This client has made more than the {_callsPerMinute} calls a minute that it may; wait "
            + $"{PreparedRefusal.RetryAfter(wait)} s, then send fewer.")
    {
        Retry = wait,
    };
}
