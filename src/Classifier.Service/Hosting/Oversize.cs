using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Telemetry;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Says what is wrong with messages over the tagger's limit. gRPC refuses them before any interceptor hears of them,
/// names neither reason nor limit, and with RESOURCE_EXHAUSTED, so that clients send them again as if the service were
/// busy.
/// </summary>
internal sealed class Oversize(RequestDelegate next, IOptions<ServiceOptions> options, ServiceMetrics metrics)
{
    private const string Status = "grpc-status";
    private const string Details = "grpc-status-details-bin";

    private static readonly string Exhausted = $"{(int)StatusCode.ResourceExhausted}";

    private readonly PreparedRefusal _refusal = PreparedRefusal.Of(Error(null, options.Value.MaxMessageBytes));

    /// <param name="length">Bytes, where the caller has told.</param>
    /// <param name="most">Bytes that a message may have, as it comes and unpacked.</param>
    public static ClassifierException Error(long? length, int most)
    {
        var has = length is null ? $"more than {most}" : $"{length}";
        var description = $"has {has} bytes, as it comes or unpacked; MaxMessageBytes allows {most}, split it";
        return new(
            ErrorKind.TooLarge, Reasons.MessageTooLarge, $"request: {description}",
            new FieldViolation("request", description));
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (!BodyLimit.IsGrpc(context.Request) || CallKind.Of(context) is not { IsTagging: true })
        {
            return next(context);
        }

        var call = next(context);
        if (!call.IsCompletedSuccessfully)
        {
            return ExplainAsync(call, context);
        }

        Explain(context);
        return call;
    }

    private async Task ExplainAsync(Task call, HttpContext context)
    {
        await call;
        Explain(context);
    }

    private void Explain(HttpContext context)
    {
        var ending = context.Response.HasStarted
            ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers
            : context.Response.Headers;
        if (ending is not null && ending[Status] == Exhausted && !ending.ContainsKey(Details))
        {
            metrics.Refused(Reasons.MessageTooLarge);
            _refusal.WriteTo(ending);
        }
    }
}
