using System.Threading.RateLimiting;
using Classifier.Service.Tagging;
using Classifier.Service.Telemetry;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>Puts the bound on work before the calls that tag, over gRPC and REST alike.</summary>
internal sealed class OverloadSetup(WorkLimit limit, ServiceMetrics metrics) : IConfigureOptions<RateLimiterOptions>
{
    /// <summary>Name of the policy, for endpoints.</summary>
    public const string Policy = "work";

    private const string Free = "free";

    public void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => IsWork(context)
            ? RateLimitPartition.Get<string>(Policy, _ => limit)
            : RateLimitPartition.GetNoLimiter(Free));
        options.OnRejected = async (rejected, _) =>
        {
            var error = WorkLimit.Overloaded();
            metrics.Refused(error.Reason);
            await RefusalWriter.WriteAsync(rejected.HttpContext, error);
        };
    }

    /// <summary>Streams enter message by message; telling about the model is no work.</summary>
    private static bool IsWork(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { Type: MethodType.Unary } method
        && method.Name != nameof(PassageTaggerService.GetModel);
}
