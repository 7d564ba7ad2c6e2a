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
    private const int WrongMethodCode = StatusCodes.Status405MethodNotAllowed;

    private readonly Lazy<Known> _known = new(() => Known.Of(source));

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

        var path = context.Request.Path.Value!.TrimEnd('/');
        if (_known.Value.Methods.TryGetValue(path, out var wrong))
        {
            response.Headers.Allow = wrong.Allowed;
            await refusal.WriteJsonAsync(wrong.Refusal, response);
        }
        else
        {
            await refusal.WriteJsonAsync(_known.Value.UnknownPath, response);
        }
    }

    /// <summary>What there is and what is told of the rest, made once: whoever asks at random waits in no queue.</summary>
    private sealed record Known(
        Dictionary<string, (string Allowed, (string, PreparedRefusal) Refusal)> Methods,
        (string, PreparedRefusal) UnknownPath)
    {
        public static Known Of(EndpointDataSource source)
        {
            var calls = source.Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not null)
                .SelectMany(
                    e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (e, m) => (e.RoutePattern, m))
                .ToLookup(r => r.RoutePattern.RawText!, r => r.m, StringComparer.OrdinalIgnoreCase);
            return new(
                calls.ToDictionary(
                    c => c.Key,
                    c => (string.Join(", ", c), CallRefusal.Prepared(WrongMethod(c), WrongMethodCode)),
                    StringComparer.OrdinalIgnoreCase),
                CallRefusal.Prepared(NoSuchPath(calls.Select(c => $"{c.First()} {c.Key}"))));
        }

        private static ClassifierException WrongMethod(IEnumerable<string> allowed) => new(
            ErrorKind.InvalidArgument, "METHOD_UNKNOWN",
            $"This path is called by {string.Join(" or ", allowed)} and by nothing else.");

        private static ClassifierException NoSuchPath(IEnumerable<string> calls) => new(
            ErrorKind.NotFound, "PATH_UNKNOWN",
            $"No call of REST has this path; known: {string.Join(", ", calls)}.");
    }
}
