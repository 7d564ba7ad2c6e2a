using System.Collections.Frozen;
using Grpc.AspNetCore.Server;

namespace Classifier.Service.Hosting;

/// <summary>
/// Finds the endpoints of gRPC calls by their whole paths, before routing, which would walk the routes of both protocols
/// and the policies of each to come to the same. What is not there word for word is left to it.
/// </summary>
internal sealed class CallPaths(RequestDelegate next, EndpointDataSource source)
{
    /// <summary>Settled at the first call, when everything is mapped.</summary>
    private readonly Lazy<FrozenDictionary<string, Endpoint>> _endpoints = new(() => source.Endpoints
        .Where(e => PathOf(e) is { } path && e is RouteEndpoint { RoutePattern.RawText: var route } && route == path)
        .ToFrozenDictionary(e => PathOf(e)!, StringComparer.Ordinal));

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && BodyLimit.IsGrpc(context.Request)
            && _endpoints.Value.TryGetValue(context.Request.Path.Value ?? "", out var endpoint))
        {
            context.SetEndpoint(endpoint);
        }

        return next(context);
    }

    private static string? PathOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method is { } method
        ? $"/{method.ServiceName}/{method.Name}"
        : null;
}
