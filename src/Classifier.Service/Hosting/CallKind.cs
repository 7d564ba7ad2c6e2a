using Classifier.Service.Rest;
using Classifier.Service.Tagging;
using Classifier.V1;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Classifier.Service.Hosting;

/// <summary>What doors and meters ask about a call: settled once for each endpoint, not for each call.</summary>
/// <param name="Method">Name of the RPC, over gRPC and REST alike.</param>
/// <param name="IsTagging">Of the tagger, and not of those who operate it.</param>
/// <param name="IsWork">A unary call that is work. Streams enter message by message.</param>
internal sealed record CallKind(string Method, bool IsTagging, bool IsWork)
{
    /// <summary>The form of its body over REST; null over gRPC, and where a call has no body.</summary>
    public JsonForm? Json { get; init; }

    /// <summary>Its parameters over REST; null over gRPC.</summary>
    public QueryForm? Query { get; init; }

    /// <summary>Null for health, reflection, metrics and paths that there are not.</summary>
    public static CallKind? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CallKind>();

    /// <param name="method">Full name of an RPC of the tagger. Telling about the model is no work.</param>
    public static bool IsWorkMethod(string method) =>
        !method.EndsWith($"/{nameof(PassageTaggerService.GetModel)}", StringComparison.Ordinal);

    /// <summary>Tells the endpoints of a gRPC service what they are.</summary>
    public static void AddTo(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<GrpcMethodMetadata>().LastOrDefault() is { Method: var method })
        {
            endpoint.Metadata.Add(Of(method) with { Json = JsonOf(endpoint), Query = QueryOf(endpoint) });
        }
    }

    private static JsonForm? JsonOf(EndpointBuilder endpoint) =>
        endpoint.Metadata.OfType<GrpcJsonTranscodingMetadata>().LastOrDefault() is { HttpRule.Body: "*" } json
            ? JsonForm.Of(json.MethodDescriptor.InputType, JsonPath.Top)
            : null;

    private static QueryForm? QueryOf(EndpointBuilder endpoint) =>
        endpoint.Metadata.OfType<GrpcJsonTranscodingMetadata>().LastOrDefault() switch
        {
            null => null,
            { HttpRule.Body: "" } json => QueryForm.Of(json.MethodDescriptor.InputType),
            { } json => QueryForm.BesideBody(json.MethodDescriptor.InputType),
        };

    private static CallKind Of(IMethod method)
    {
        var tagging = method.ServiceName == PassageTagger.Descriptor.FullName;
        var work = tagging && method.Type == MethodType.Unary && IsWorkMethod(method.FullName);
        return new(method.Name, tagging, work);
    }
}
