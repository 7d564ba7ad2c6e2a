using System.Threading.RateLimiting;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>
/// How many calls each client may make: a token bucket by client, over calls that tag or administer. Health and the
/// like never count.
/// </summary>
/// <remarks>Apart from the rate limiting middleware, whose one answer to refusals is that of a busy service.</remarks>
internal sealed class ClientLimit(IOptions<ServiceOptions> options, ServiceMetrics metrics) : IMiddleware, IDisposable
{
    /// <summary>Refills a second; more would only cost timer ticks.</summary>
    private const int MostRefills = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _clients = PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetTokenBucketLimiter(Caller.Key(context), _ => Bucket(options.Value.Access)));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (CallKind.Of(context) is not null)
        {
            using var lease = _clients.AttemptAcquire(context);
            if (!lease.IsAcquired)
            {
                await RefuseAsync(context, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Minute);
                return;
            }
        }

        await next(context);
    }

    public void Dispose() => _clients.Dispose();

    /// <summary>Refilled in small steps, so that a steady caller at the limit is never refused.</summary>
    private static TokenBucketRateLimiterOptions Bucket(AccessOptions access)
    {
        var tokens = Math.Max(1, access.CallsPerMinute / (60 * MostRefills));
        return new()
        {
            TokenLimit = access.BurstCalls,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = Minute * tokens / access.CallsPerMinute,
            QueueLimit = 0,
            AutoReplenishment = true,
        };
    }

    private Task RefuseAsync(HttpContext context, TimeSpan wait)
    {
        var refusal = new Refusal(
            StatusCode.ResourceExhausted,
            "CLIENT_LIMIT",
            "This client has made more calls than it may; wait, then send fewer.")
        {
            Retry = wait,
        };
        metrics.Refused(refusal.Reason);
        return refusal.WriteAsync(context);
    }
}
