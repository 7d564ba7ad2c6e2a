using Grpc.AspNetCore.Server;

namespace Classifier.Service.Hosting;

/// <summary>
/// Finds the endpoints of gRPC calls by their whole paths, before routing, which would walk the routes of both
/// protocols and the policies of each to come to the same. What is not there word for word is left to it.
/// </summary>
/// <param name="next">Routing.</param>
/// <param name="source">
/// All that is mapped, read once and before the first call: at the first one, whoever else calls would wait for it.
/// </param>
internal sealed class CallPaths(RequestDelegate next, EndpointDataSource source)
{
    private readonly Dictionary<string, Endpoint> _endpoints = source.Endpoints.OfType<RouteEndpoint>()
        .Where(IsGrpc).ToDictionary(e => e.RoutePattern.RawText!, Endpoint (e) => e, StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && BodyLimit.IsGrpc(context.Request)
            && _endpoints.TryGetValue(context.Request.Path.Value ?? "", out var endpoint))
        {
            context.SetEndpoint(endpoint);
        }

        return next(context);
    }

    /// <summary>The JSON form of a method has a path of its own.</summary>
    private static bool IsGrpc(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method
        && endpoint.RoutePattern.RawText == $"/{method.ServiceName}/{method.Name}";
}
