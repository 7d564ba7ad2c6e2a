using System.Threading.RateLimiting;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;
using Classifier.Service.Telemetry;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>
/// The door before the calls that tag, over gRPC and REST alike: as many are let in as may work and wait together, those
/// among them that still send or receive, and the rest are refused before anything of them is read.
/// </summary>
internal sealed class OverloadSetup(IOptions<ServiceOptions> service, ServiceMetrics metrics)
    : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>Name of the policy, for endpoints.</summary>
    public const string Policy = "work";

    private const string Free = "free";

    public void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => IsWork(context)
            ? RateLimitPartition.GetConcurrencyLimiter(Policy, _ => new()
            {
                PermitLimit = service.Value.MaxConcurrentCalls + service.Value.MaxQueuedCalls,
            })
            : RateLimitPartition.GetNoLimiter(Free));
        options.OnRejected = async (rejected, _) =>
        {
            var error = WorkLimit.Overloaded();
            metrics.Refused(error.Reason);
            await RefusalWriter.WriteAsync(rejected.HttpContext, error);
        };
    }

    /// <param name="method">Full name of an RPC of the tagger. Telling about the model is no work.</param>
    public static bool IsWork(string method) =>
        !method.EndsWith($"/{nameof(PassageTaggerService.GetModel)}", StringComparison.Ordinal);

    /// <summary>Calls of the tagger that are work; health and the like never are. Streams enter message by message.</summary>
    public static bool IsWork(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Policy
        && metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { Type: MethodType.Unary } method
        && IsWork(method.FullName);
}
