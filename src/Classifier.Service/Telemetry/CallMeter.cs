using Classifier.Service.Hosting;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Classifier.Service.Telemetry;

/// <summary>
/// Times calls from outside everything that may refuse them, so that refusals count too. Health and reflection are
/// left out: they would drown the rest.
/// </summary>
internal sealed class CallMeter(RequestDelegate next, CallMetrics metrics, TimeProvider clock)
{
    private const string StatusHeader = "grpc-status";

    private static readonly string[] Codes =
        [.. Enumerable.Range(0, Enum.GetValues<StatusCode>().Length).Select(c => $"{(StatusCode)c}")];

    public Task InvokeAsync(HttpContext context) =>
        CallKind.Of(context) is { } kind ? MeterAsync(context, kind.Method) : next(context);

    private async Task MeterAsync(HttpContext context, string method)
    {
        var grpc = HttpProtocol.IsHttp2(context.Request.Protocol);
        metrics.Began();
        var begin = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var code = grpc ? GrpcCode(context) : await RestCodeAsync(context);
            metrics.Answered(method, Codes[(int)code], grpc ? "grpc" : "rest", clock.GetElapsedTime(begin));
        }
    }

    private static StatusCode GrpcCode(HttpContext context)
    {
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var status = trailers is not null && trailers.TryGetValue(StatusHeader, out var late)
            ? late
            : context.Response.Headers[StatusHeader];
        var told = int.TryParse(status, out var code) && code >= 0 && code < Codes.Length
            ? (StatusCode)code
            : StatusCode.Unknown;
        var gone = told == StatusCode.Unknown && context.RequestAborted.IsCancellationRequested;
        return gone ? StatusCode.Cancelled : told;
    }

    /// <summary>A body that breaks off, since its client has gone, is answered as if it were malformed.</summary>
    private static async ValueTask<StatusCode> RestCodeAsync(HttpContext context)
    {
        var code = RestCode(context.Response.StatusCode);
        return code == StatusCode.InvalidArgument && await IsGoneAsync(context) ? StatusCode.Cancelled : code;
    }

    /// <summary>The token hears of it in a moment; that no answer can go out any more is known at once.</summary>
    private static async ValueTask<bool> IsGoneAsync(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested || (await context.Response.BodyWriter.FlushAsync()).IsCompleted;

    /// <summary>
    /// The usual reading of HTTP codes: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto; but
    /// transcoding answers calls that were cancelled with 408.
    /// </summary>
    private static StatusCode RestCode(int http) => http switch
    {
        < 400 => StatusCode.OK,
        400 => StatusCode.InvalidArgument,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.NotFound,
        429 => StatusCode.ResourceExhausted,
        408 or 499 => StatusCode.Cancelled,
        501 => StatusCode.Unimplemented,
        503 => StatusCode.Unavailable,
        504 => StatusCode.DeadlineExceeded,
        < 500 => StatusCode.InvalidArgument,
        _ => StatusCode.Internal,
    };
}
