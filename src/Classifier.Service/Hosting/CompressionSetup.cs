using Classifier.Service.Telemetry;
using Grpc.AspNetCore.Server;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Keeps what clients may send zipped to the size of what they may send plain, for all services: gRPC itself looks at
/// the zipped size alone, and unpacks a thousand times as much into memory before anybody is asked.
/// </summary>
internal sealed class CompressionSetup(IOptions<ServiceOptions> options, ServiceMetrics metrics)
    : IPostConfigureOptions<GrpcServiceOptions>
{
    public void PostConfigure(string? name, GrpcServiceOptions grpc) => grpc.CompressionProviders =
        [.. grpc.CompressionProviders.Select(p => new BoundedCompression(p, options.Value.MaxMessageBytes, metrics))];
}
