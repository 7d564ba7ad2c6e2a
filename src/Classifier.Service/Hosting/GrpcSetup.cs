using Classifier.Service.Tagging;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Sets up gRPC and its JSON form.</summary>
internal sealed class GrpcSetup(IOptions<ServiceOptions> options)
    : IConfigureOptions<GrpcServiceOptions<PassageTaggerService>>, IConfigureOptions<GrpcJsonTranscodingOptions>
{
    /// <summary>JSON shows error details only of types that it knows.</summary>
    public static TypeRegistry Details { get; } = TypeRegistry.FromMessages(
        BadRequest.Descriptor, ErrorInfo.Descriptor, ResourceInfo.Descriptor, RetryInfo.Descriptor);

    public void Configure(GrpcServiceOptions<PassageTaggerService> grpc)
    {
        grpc.MaxReceiveMessageSize = options.Value.MaxMessageBytes;
        grpc.Interceptors.Add<CallInterceptor>();
    }

    public void Configure(GrpcJsonTranscodingOptions json) => json.TypeRegistry = Details;
}
