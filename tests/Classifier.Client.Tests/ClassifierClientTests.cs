using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Client.Tests;

/// <summary>The client against the real service.</summary>
public sealed class ClassifierClientTests(ServiceProcess service) : IClassFixture<ServiceProcess>, IDisposable
{
    private const string English =
        "Turkish warplanes bombed positions of the Syrian Democratic Forces near Kobani, killing two fighters.";

    private readonly ClassifierClient _client = new(new() { Address = service.Address });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unary_calls_are_answered()
    {
        var model = await _client.GetModelAsync(Cancel);
        var document = await _client.TagDocumentAsync(new() { Text = English }, Cancel);
        Assert.Contains("turkey", Assert.Single(document.Passages).Actors.Select(a => a.Label));
        var batch = await _client.TagPassagesAsync(
            new() { Passages = { new Passage { Text = English }, new Passage() } }, Cancel);
        Assert.Equal([null, "INVALID_ARGUMENT"], batch.Results.Select(r => r.Error?.Code));
        var languages =
            await _client.DetectLanguageAsync(new() { Texts = { new TextItem { Text = English } } }, Cancel);
        Assert.Equal("en", Assert.Single(languages.Results).Language.Tag);
        Assert.All(
            [document.ModelVersion, batch.ModelVersion, languages.ModelVersion],
            v => Assert.Equal(model.ModelVersion, v));
    }

    /// <summary>Each of these has to find its overload.</summary>
    [Fact]
    [SuppressMessage("Usage", "xUnit1051", Justification = "It is about callers who give no token.")]
    public async Task The_champion_is_asked_in_any_way()
    {
        var models = await Task.WhenAll(
            _client.GetModelAsync(Cancel),
            _client.GetModelAsync("", Cancel),
            _client.GetModelAsync(cancel: Cancel),
            _client.GetModelAsync(default));
        Assert.Single(models.Select(m => m.ModelVersion).Distinct());
    }

    [Fact]
    public async Task Refusals_carry_their_reason()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _client.TagDocumentAsync(new(), Cancel));
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("classifier", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Domain);
    }

    [Fact]
    public async Task Streams_answer_every_passage_in_order()
    {
        var results = await _client.TagStreamAsync(PassagesAsync(500, cancel: Cancel), cancel: Cancel)
            .Select(r => r.Id).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), results);
    }

    [Fact]
    public async Task A_reader_that_stops_early_stops_the_passages()
    {
        var read = 0;
        await foreach (var result in _client.TagStreamAsync(
            PassagesAsync(int.MaxValue, () => read++, Cancel), cancel: Cancel))
        {
            if (result.Id == "3")
            {
                break;
            }
        }

        var then = read;
        await Task.Delay(50, Cancel);
        Assert.Equal(then, read);
    }

    [Fact]
    public async Task Passages_that_fail_end_the_stream_with_their_own_error()
    {
        var results = _client.TagStreamAsync(
            PassagesAsync(5, () => throw new InvalidDataException("row 1"), Cancel), cancel: Cancel);
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await results.CountAsync(Cancel));
        Assert.Equal("row 1", error.Message);
    }

    [Fact]
    public async Task Cancelling_ends_a_stream()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _client.TagStreamAsync(
                PassagesAsync(int.MaxValue, cancel: Cancel), cancel: cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });
    }

    /// <summary>A source that is asked for its second passage and never gives it, nor looks at its token.</summary>
    [Fact]
    public async Task A_reader_that_stops_does_not_wait_for_passages_that_do_not_come()
    {
        var never = new TaskCompletionSource();
        var first = await _client.TagStreamAsync(IdleAsync(never.Task), cancel: Cancel).FirstAsync(Cancel)
            .AsTask().WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        Assert.Equal("0", first.Id);
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_passages_that_do_not_come()
    {
        var never = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        var reading = Task.Run(
            async () =>
            {
                await foreach (var _ in _client.TagStreamAsync(IdleAsync(never.Task), cancel: cancel.Token))
                {
                    await cancel.CancelAsync();
                }
            },
            Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => reading.WaitAsync(TimeSpan.FromMinutes(1), Cancel));
    }

    [Fact]
    public async Task Challengers_are_asked_by_their_alias()
    {
        var unknown = await Assert.ThrowsAsync<RpcException>(() => _client.GetModelAsync("nobody", Cancel));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
        var results = await _client.TagStreamAsync("nobody", PassagesAsync(1, cancel: Cancel), cancel: Cancel)
            .Select(r => r.Error?.Code).ToListAsync(Cancel);
        Assert.Equal(["NOT_FOUND"], results);
    }

    public void Dispose() => _client.Dispose();

    private static async IAsyncEnumerable<Passage> IdleAsync(Task gate)
    {
        yield return new() { Id = "0", Text = English };
        await gate;
        yield return new() { Id = "1", Text = English };
    }

    private static async IAsyncEnumerable<Passage> PassagesAsync(
        int count, Action? each = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            each?.Invoke();
            yield return new() { Id = $"{i}", Text = English };
        }
    }
}
