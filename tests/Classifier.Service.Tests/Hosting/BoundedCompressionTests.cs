using System.IO.Compression;
using Classifier.Service.Hosting;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Classifier.Service.Tests.Hosting;

public sealed class BoundedCompressionTests : IDisposable
{
    private const int Most = 1000;

    private readonly ServiceMeters _meters = new();
    private readonly RunningService _service;
    private readonly BoundedCompression _compression;

    public BoundedCompressionTests(RunningService service)
    {
        _service = service;
        _compression = new(new GzipCompressionProvider(CompressionLevel.Fastest), Most, _meters.Metrics);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Most)]
    public void What_fits_is_unpacked_whole(int length)
    {
        var unpacked = new MemoryStream();
        using var stream = _compression.CreateDecompressionStream(Zipped(length));
        stream.CopyTo(unpacked);
        Assert.Equal(new byte[length], unpacked.ToArray());
        Assert.Equal(0, _meters.Sum("classifier.refusals", ""));
    }

    [Theory]
    [InlineData(Most + 1)]
    [InlineData(100 * Most)]
    public void Unpacking_ends_where_it_gets_too_much(int length)
    {
        using var stream = _compression.CreateDecompressionStream(Zipped(length));
        var error = Assert.Throws<RpcException>(() => stream.CopyTo(Stream.Null));
        Assert.Equal("MESSAGE_TOO_LARGE", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Contains("MaxMessageBytes allows 1000", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(1, _meters.Sum("classifier.refusals", "MESSAGE_TOO_LARGE call"));
    }

    [Fact]
    public void What_is_not_zipped_is_malformed()
    {
        using var stream = _compression.CreateDecompressionStream(new MemoryStream("abc"u8.ToArray()));
        Assert.Equal(
            StatusCode.InvalidArgument, Assert.Throws<RpcException>(() => stream.CopyTo(Stream.Null)).StatusCode);
        Assert.Equal(1, _meters.Sum("classifier.refusals", "MESSAGE_MALFORMED call"));
    }

    [Fact]
    public async Task A_zipped_message_is_answered_as_a_plain_one()
    {
        var answer = await TagAsync(Samples.Dutch);
        Assert.Equal("nl", Assert.Single(answer.Passages).Language.Tag);
    }

    [Fact]
    public async Task A_zipped_message_that_is_too_large_unpacked_is_refused_by_the_service()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => TagAsync(new string('a', 17 * 1024 * 1024)));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("as it comes or unpacked", error.Status.Detail, StringComparison.Ordinal);
    }

    public void Dispose() => _meters.Dispose();

    private async Task<TagDocumentResponse> TagAsync(string text) => await _service.Client.TagDocumentAsync(
        new() { Text = text },
        new Metadata { { "grpc-internal-encoding-request", "gzip" } },
        cancellationToken: TestContext.Current.CancellationToken);

    private MemoryStream Zipped(int length)
    {
        var zipped = new MemoryStream();
        using (var zip = _compression.CreateCompressionStream(zipped, null))
        {
            zip.Write(new byte[length]);
        }

        return new(zipped.ToArray());
    }
}
