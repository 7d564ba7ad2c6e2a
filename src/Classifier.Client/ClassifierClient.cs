using System.Runtime.CompilerServices;
using Classifier.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Classifier.Client;

/// <summary>
/// Calls the service over one connection that is kept. Thread-safe; make one and share it. Every call has a deadline
/// and is sent again where the service was away or busy.
/// </summary>
/// <remarks>
/// Refusals are <see cref="RpcException"/>s; <c>GetRpcStatus()</c> of Grpc.StatusProto shows their details. Bad items
/// of batches and streams are no exceptions: each has its error in its result. A call that is cancelled is an
/// <see cref="RpcException"/> as well, and a stream an <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class ClassifierClient : IDisposable
{
    private readonly ClassifierClientOptions _options;
    private readonly GrpcChannel _channel;
    private readonly PassageTagger.PassageTaggerClient _tagger;

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ClassifierClient(ClassifierClientOptions options)
    {
        options.Check();
        _options = options;
        _channel = Connection.Open(options);
        _tagger = new(_channel);
    }

    /// <summary>Cuts a document into passages and tags each.</summary>
    public async Task<TagDocumentResponse> TagDocumentAsync(
        TagDocumentRequest request, CancellationToken cancel = default) =>
        await _tagger.TagDocumentAsync(request, await CallAsync(cancel));

    /// <summary>Tags a batch: one result for each passage, in order.</summary>
    public async Task<TagPassagesResponse> TagPassagesAsync(
        TagPassagesRequest request, CancellationToken cancel = default) =>
        await _tagger.TagPassagesAsync(request, await CallAsync(cancel));

    /// <summary>Tells the language of each text.</summary>
    public async Task<DetectLanguageResponse> DetectLanguageAsync(
        DetectLanguageRequest request, CancellationToken cancel = default) =>
        await _tagger.DetectLanguageAsync(request, await CallAsync(cancel));

    /// <summary>What is served: version, labels, limits.</summary>
    public async Task<GetModelResponse> GetModelAsync(CancellationToken cancel = default) =>
        await _tagger.GetModelAsync(new(), await CallAsync(cancel));

    /// <summary>
    /// Tags passages as they come: one result for each, in order. No more is read from the passages than the service
    /// and the reader of the results keep up with. A stream has no deadline and is not sent again.
    /// </summary>
    public async IAsyncEnumerable<PassageResult> TagStreamAsync(
        IAsyncEnumerable<Passage> passages,
        TagOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var call = _tagger.TagPassageStream(new(await HeadersAsync(cancel), null, stop.Token));
        var sending = SendAsync(call.RequestStream, passages, options, stop);
        try
        {
            while (await NextAsync(call.ResponseStream, sending, stop.Token, cancel))
            {
                yield return call.ResponseStream.Current.Result;
            }

            await sending;
        }
        finally
        {
            await stop.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _channel.Dispose();

    private static async Task SendAsync(
        IClientStreamWriter<TagPassageStreamRequest> requests,
        IAsyncEnumerable<Passage> passages,
        TagOptions? options,
        CancellationTokenSource stop)
    {
        try
        {
            await foreach (var passage in passages.WithCancellation(stop.Token))
            {
                if (!await TryAsync(
                    () => requests.WriteAsync(new() { Passage = passage, Options = options }, stop.Token)))
                {
                    return;
                }
            }

            await TryAsync(requests.CompleteAsync);
        }
        catch
        {
            // Without the rest of the passages nothing more comes; whoever waits for results must not wait for ever.
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>False once the call is over; its responses then tell why.</summary>
    private static async Task<bool> TryAsync(Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Where the passages failed, that is what went wrong, and not the call that ended for it.</summary>
    private static async Task<bool> NextAsync(
        IAsyncStreamReader<TagPassageStreamResponse> responses,
        Task sending,
        CancellationToken stop,
        CancellationToken cancel)
    {
        try
        {
            return await responses.MoveNext(stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await sending;
            cancel.ThrowIfCancellationRequested();
            throw;
        }
    }

    private async Task<CallOptions> CallAsync(CancellationToken cancel) =>
        new(await HeadersAsync(cancel), DateTime.UtcNow + _options.Timeout, cancel);

    private async ValueTask<Metadata> HeadersAsync(CancellationToken cancel)
    {
        var headers = new Metadata();
        if (_options.ApiKey is { } key)
        {
            headers.Add("x-api-key", key);
        }

        if (_options.Token is { } token)
        {
            headers.Add("authorization", $"Bearer {await token(cancel)}");
        }

        return headers;
    }
}
