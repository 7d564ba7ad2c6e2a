using Classifier.Service.Errors;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Errors;

public sealed class ErrorInterceptorTests : IDisposable
{
    private readonly ListLogger<ErrorInterceptor> _log = new();
    private readonly ServiceMeters _meters = new();

    [Fact]
    public async Task Known_errors_become_their_status()
    {
        var error = await CallAsync(Violation.Of("TEXT_EMPTY", "text", "is empty"), StubCallContext.Running());
        Assert.Equal((StatusCode.InvalidArgument, "text: is empty"), (error.StatusCode, error.Status.Detail));
        Assert.Empty(_log.Lines);
        Assert.Equal(1, _meters.Sum("classifier.refusals", "TEXT_EMPTY"));
    }

    [Fact]
    public async Task Unexpected_errors_are_logged_without_what_they_say()
    {
        var error = await CallAsync(new KeyNotFoundException("The key 'a passage'"), StubCallContext.Running());
        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.Equal("INTERNAL", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.DoesNotContain("a passage", error.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(nameof(KeyNotFoundException), Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("a passage", _log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_cancelled_call_throws_is_cancelled()
    {
        var error = await CallAsync(new IOException("The client reset the stream."), StubCallContext.Cancelled());
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_client_that_is_gone_before_the_token_knows_is_no_failure()
    {
        var error = await CallAsync(new IOException("The client reset the stream."), StubCallContext.Running());
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_call_stopped_by_its_deadline_says_so()
    {
        var error = await CallAsync(new OperationCanceledException(), StubCallContext.Late());
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    public void Dispose() => _meters.Dispose();

    private Task<RpcException> CallAsync(Exception thrown, StubCallContext context) =>
        Assert.ThrowsAsync<RpcException>(
            () => new ErrorInterceptor(_meters.Metrics, _log).UnaryServerHandler<GetModelRequest, GetModelResponse>(
                new(), context, (_, _) => throw thrown));
}
