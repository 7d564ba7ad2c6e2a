using System.IO.Compression;
using Classifier.Service.Telemetry;
using Grpc.Net.Compression;

namespace Classifier.Service.Hosting;

/// <summary>A way to zip messages that unpacks no more than so many bytes of one.</summary>
/// <param name="inner">Zips and unpacks.</param>
/// <param name="most">Bytes of an unpacked message.</param>
/// <param name="metrics">Count the messages that are refused.</param>
internal sealed class BoundedCompression(ICompressionProvider inner, int most, ServiceMetrics metrics)
    : ICompressionProvider
{
    public string EncodingName => inner.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        inner.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedStream(inner.CreateDecompressionStream(stream), most, metrics);
}
