using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Classifier.Service.Rest;

/// <summary>
/// Explains why nothing was called. Routing has codes for that and no words, and calls a path unknown that is only
/// asked for by the wrong method, since gRPC takes in all paths that might be its own.
/// </summary>
/// <param name="next">What answers calls.</param>
/// <param name="source">All that is mapped.</param>
/// <param name="refusal">Says it.</param>
internal sealed class Unrouted(RequestDelegate next, EndpointDataSource source, CallRefusal refusal)
{
    private readonly ILookup<string, string> _methods = source.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not null)
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (e, m) => (e.RoutePattern, m))
        .ToLookup(r => r.RoutePattern.RawText!, r => r.m, StringComparer.OrdinalIgnoreCase);

    /// <summary>Calls with an endpoint go on, and so does gRPC, which has its own word for unknown methods.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint || BodyLimit.IsGrpc(context.Request)
            ? next(context)
            : ExplainAsync(context);

    private async Task ExplainAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode != StatusCodes.Status404NotFound)
        {
            return;
        }

        if (_methods[context.Request.Path].ToList() is { Count: > 0 } allowed)
        {
            response.Headers.Allow = string.Join(", ", allowed);
            await refusal.WriteJsonAsync(WrongMethod(allowed), StatusCodes.Status405MethodNotAllowed, response);
        }
        else
        {
            await refusal.WriteJsonAsync(UnknownPath(), response);
        }
    }

    private static ClassifierException WrongMethod(IEnumerable<string> allowed) => new(
        ErrorKind.InvalidArgument, "METHOD_UNKNOWN",
        $"This path is called by {string.Join(" or ", allowed)} and by nothing else.");

    private ClassifierException UnknownPath() => new(
        ErrorKind.NotFound, "PATH_UNKNOWN",
        $"There is nothing at this path; known: {string.Join(", ", _methods.Select(p => $"{p.First()} {p.Key}"))}.");
}
