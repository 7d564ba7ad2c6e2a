using Classifier.V1;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Hosting;

public sealed class OversizeTests : IAsyncLifetime
{
    private readonly RunningService _service = new(null, "--Classifier:MaxMessageBytes=2000");

    /// <summary>Has the client zip what it sends.</summary>
    private static Metadata Zipped => new() { { "grpc-internal-encoding-request", "gzip" } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _service.InitializeAsync();

    [Fact]
    public async Task A_message_over_the_limit_is_a_bad_argument_that_names_the_limit()
    {
        using var meters = new ServiceMeters(_service.Services);
        Check(await Assert.ThrowsAsync<RpcException>(() => TagAsync(2000)));
        Assert.Equal(1, meters.Sum("classifier.refusals", "MESSAGE_TOO_LARGE"));
        Assert.NotEmpty((await TagAsync(1000)).Passages);
    }

    [Fact]
    public async Task In_a_stream_it_ends_the_stream_after_the_messages_before()
    {
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        await SendAsync(call, 1000);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        await SendAsync(call, 2000);
        Check(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel)));
    }

    [Fact]
    public async Task Unpacked_it_is_refused_and_counted_alike()
    {
        using var meters = new ServiceMeters(_service.Services);
        Check(await Assert.ThrowsAsync<RpcException>(() => TagAsync(2000, Zipped)));
        Assert.Equal(1, meters.Sum("classifier.refusals", "MESSAGE_TOO_LARGE call"));
        using var call = _service.Client.TagPassageStream(Zipped, cancellationToken: Cancel);
        await SendAsync(call, 2000);
        Check(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel)));
        Assert.Equal(2, meters.Sum("classifier.refusals", "MESSAGE_TOO_LARGE"));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static void Check(RpcException error)
    {
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("MaxMessageBytes allows 2000", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("MESSAGE_TOO_LARGE", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Null(error.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    private Task<TagDocumentResponse> TagAsync(int length, Metadata? headers = null) =>
        _service.Client.TagDocumentAsync(
            new() { Text = new string('a', length) }, headers, cancellationToken: Cancel).ResponseAsync;

    private static Task SendAsync(
        AsyncDuplexStreamingCall<TagPassageStreamRequest, TagPassageStreamResponse> call, int length) =>
        call.RequestStream.WriteAsync(new() { Passage = new() { Text = new string('a', length) } }, Cancel);
}
