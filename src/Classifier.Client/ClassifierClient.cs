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
    /// <summary>
    /// How long a stream that is over waits for passages that are still asked for: a source that takes no notice of
    /// its token would hold up whoever cancelled.
    /// </summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

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
    [OverloadResolutionPriority(1)] // For default, which might as well be no model's alias.
    public Task<GetModelResponse> GetModelAsync(CancellationToken cancel = default) => GetModelAsync("", cancel);

    /// <summary>What a model is: version, labels, limits.</summary>
    /// <param name="model">Alias of a challenger, such as <c>challenger</c>; empty for the champion.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<GetModelResponse> GetModelAsync(string model, CancellationToken cancel = default) =>
        await _tagger.GetModelAsync(new() { Model = model }, await CallAsync(cancel));

    /// <summary>
    /// Tags passages as they come: one result for each, in order. No more is read from the passages than the service
    /// and the reader of the results keep up with. A stream has no deadline and is not sent again.
    /// </summary>
    /// <param name="passages">
    /// What to tag. When the stream ends early, their token is cancelled; passages that have not ended a second later
    /// are left to themselves, and the last one asked for goes nowhere.
    /// </param>
    /// <param name="options">For all passages; null for the defaults.</param>
    /// <param name="cancel">Ends the stream.</param>
    public IAsyncEnumerable<PassageResult> TagStreamAsync(
        IAsyncEnumerable<Passage> passages, TagOptions? options = null, CancellationToken cancel = default) =>
        TagStreamAsync("", passages, options, cancel);

    /// <summary>The same by another model.</summary>
    /// <param name="model">Alias of a challenger; empty for the champion.</param>
    /// <param name="passages">What to tag.</param>
    /// <param name="options">For all passages; null for the defaults.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async IAsyncEnumerable<PassageResult> TagStreamAsync(
        string model,
        IAsyncEnumerable<Passage> passages,
        TagOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var call = _tagger.TagPassageStream(new(await HeadersInTimeAsync(cancel), null, stop.Token));
        var sending = SendAsync(
            call.RequestStream,
            passages,
            p => new() { Passage = p, Options = options, Model = model },
            stop);
        try
        {
            while (await NextAsync(call.ResponseStream, sending, stop.Token, cancel))
            {
                yield return call.ResponseStream.Current.Result;
            }

            await EndAsync(sending);
        }
        finally
        {
            await stop.CancelAsync();
            await EndAsync(sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _channel.Dispose();

    private static async Task SendAsync(
        IClientStreamWriter<TagPassageStreamRequest> requests,
        IAsyncEnumerable<Passage> passages,
        Func<Passage, TagPassageStreamRequest> request,
        CancellationTokenSource stop)
    {
        var token = stop.Token;
        try
        {
            await foreach (var passage in passages.WithCancellation(token))
            {
                if (!await TryAsync(() => requests.WriteAsync(request(passage), token)))
                {
                    return;
                }
            }

            await TryAsync(requests.CompleteAsync);
        }
        catch when (!token.IsCancellationRequested)
        {
            // Without the rest of the passages nothing more comes; whoever waits for results must not wait for ever.
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>Waits until no more is sent, but not for passages that keep others waiting.</summary>
    private static async Task EndAsync(Task sending)
    {
        await Task.WhenAny(sending, Task.Delay(Farewell));
        if (sending.IsCompleted)
        {
            await sending;
            return;
        }

        // Nobody is left to hear of it.
        _ = sending.ContinueWith(
            t => t.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
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
            cancel.ThrowIfCancellationRequested();
            await sending;
            throw;
        }
    }

    /// <summary>The deadline runs while a token is fetched, too.</summary>
    private async Task<CallOptions> CallAsync(CancellationToken cancel)
    {
        var deadline = DateTime.UtcNow + _options.Timeout;
        try
        {
            return new(await HeadersInTimeAsync(cancel), deadline, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new RpcException(new(StatusCode.Cancelled, "The call was cancelled."));
        }
    }

    private async Task<Metadata> HeadersInTimeAsync(CancellationToken cancel)
    {
        if (_options.Token is null)
        {
            return await HeadersAsync(cancel);
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(_options.Timeout);
        try
        {
            return await HeadersAsync(late.Token).AsTask().WaitAsync(late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new RpcException(new(
                StatusCode.DeadlineExceeded, $"{nameof(_options.Token)} took longer than {_options.Timeout}."));
        }
    }

    private async ValueTask<Metadata> HeadersAsync(CancellationToken cancel)
    {
        var headers = new Metadata();
        if (_options.ApiKey is { Length: > 0 } key)
        {
            headers.Add("x-api-key", key);
        }

        if (_options.Token is { } token)
        {
            var bearer = await token(cancel);
            headers.Add(
                "authorization",
                bearer is { Length: > 0 } && ClassifierClientOptions.IsHeader(bearer)
                    ? $"Bearer {bearer}"
                    : throw new InvalidOperationException(
                        $"{nameof(_options.Token)} gave nothing that a header holds."));
        }

        return headers;
    }
}
