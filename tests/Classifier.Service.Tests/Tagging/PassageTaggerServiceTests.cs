using System.Diagnostics;
using Classifier.Service.Tagging;
using Classifier.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Tagging;

/// <summary>Deadlines, cancellation and sizes. What each RPC answers is tested RPC by RPC.</summary>
public sealed class PassageTaggerServiceTests(RunningService service)
{
    private static readonly string LongDocument = string.Concat(Enumerable.Repeat(Samples.English + "\n", 8_000));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deadline_ends_a_document()
    {
        var clock = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Client.TagDocumentAsync(
            new() { Text = LongDocument }, deadline: In(50), cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 10_000);
    }

    [Fact]
    public async Task A_deadline_ends_a_batch()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Client.TagPassagesAsync(
            LargeBatch(), deadline: In(50), cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task A_deadline_ends_a_stream_that_waits()
    {
        using var call = service.Client.TagPassageStream(deadline: In(200), cancellationToken: Cancel);
        var error = await Assert.ThrowsAsync<RpcException>(
            () => call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task A_client_may_cancel()
    {
        using var source = new CancellationTokenSource(50);
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Client.TagPassagesAsync(
            LargeBatch(), cancellationToken: source.Token).ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }

    [Fact]
    public async Task A_client_may_leave_a_stream_and_others_go_on()
    {
        using (var call = service.Client.TagPassageStream(cancellationToken: Cancel))
        {
            await call.RequestStream.WriteAsync(
                new() { Passage = new() { Text = Samples.Dutch } }, Cancel);
        }

        await service.Client.GetModelAsync(new(), cancellationToken: Cancel);
    }

    [Fact]
    public async Task A_cancelled_call_computes_nothing_more()
    {
        using var scope = service.Services.CreateScope();
        var tagger = ActivatorUtilities.CreateInstance<PassageTaggerService>(scope.ServiceProvider);
        var gone = StubCallContext.Cancelled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => tagger.TagDocument(new() { Text = Samples.Document }, gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tagger.TagPassages(LargeBatch(), gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => tagger.DetectLanguage(new() { Texts = { new TextItem { Text = Samples.Dutch } } }, gone));
    }

    [Fact]
    public async Task Messages_of_the_largest_size_are_read()
    {
        var request = new TagDocumentRequest { Text = new string('a', (16 * 1024 * 1024) - 5) };
        Assert.Equal(16 * 1024 * 1024, request.CalculateSize());
        await Refusal.AssertAsync("TEXT_TOO_LONG", "text", "at most 1000000", () => service.Client.TagDocumentAsync(
            request, cancellationToken: Cancel).ResponseAsync);
    }

    private static DateTime In(int milliseconds) => DateTime.UtcNow.AddMilliseconds(milliseconds);

    private static TagPassagesRequest LargeBatch()
    {
        var text = string.Concat(Enumerable.Repeat(Samples.English + " ", 80));
        var request = new TagPassagesRequest();
        request.Passages.AddRange(Enumerable.Repeat(new Passage { Text = text }, 1000));
        return request;
    }
}
