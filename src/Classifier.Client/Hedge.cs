using System.Globalization;
using System.Net;

namespace Classifier.Client;

/// <summary>
/// Sends the first try of a unary call a second time where no answer has come in time, and takes the answer that comes
/// first. It stands below gRPC's retries: gRPC's own hedging would take their place, and knows no backoff.
/// </summary>
/// <param name="inner">Carries the calls.</param>
/// <param name="delay">How long the first may take.</param>
internal sealed class Hedge(HttpMessageHandler inner, TimeSpan delay) : DelegatingHandler(inner)
{
    /// <summary>https://github.com/grpc/proposal/blob/master/A6-client-retries.md#exposed-retry-metadata</summary>
    private const string TriesBefore = "grpc-previous-rpc-attempts";

    private const string Status = "grpc-status";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        CallPolicy.IsUnary(request.RequestUri!) && !request.Headers.Contains(TriesBefore)
            ? HedgeAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> HedgeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        // gRPC writes a message once.
        await request.Content!.LoadIntoBufferAsync(cancel);
        var first = Begin(request, cancel);
        await ((Task)first.Answer).WaitAsync(delay, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.Answer.IsCompleted || cancel.IsCancellationRequested)
        {
            return await first.Answer;
        }

        var (better, other) = await ChooseAsync(first, Begin(await CopyAsync(request, cancel), cancel));
        _ = GiveUpAsync(other);
        return await better.Answer;
    }

    private Try Begin(HttpRequestMessage request, CancellationToken cancel)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        return new(base.SendAsync(request, stop.Token), stop);
    }

    /// <summary>The one that is answered first, unless only the other is answered at all.</summary>
    private static async Task<(Try Better, Try Other)> ChooseAsync(Try first, Try second)
    {
        var (early, late) = await Task.WhenAny(first.Answer, second.Answer) == first.Answer
            ? (first, second)
            : (second, first);
        if (!IsAnswered(early))
        {
            await ((Task)late.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return IsAnswered(early) || !IsAnswered(late) ? (early, late) : (late, early);
    }

    /// <summary>
    /// With anything but what would be sent again: a status that passes, or what a proxy says in the service's place.
    /// </summary>
    private static bool IsAnswered(Try sent) => sent.Answer.IsCompletedSuccessfully
        && sent.Answer.Result.StatusCode == HttpStatusCode.OK
        && !(sent.Answer.Result.Headers.TryGetValues(Status, out var status)
            && int.TryParse(status.First(), CultureInfo.InvariantCulture, out var code)
            && CallPolicy.IsPassing(code));

    private static async Task GiveUpAsync(Try sent)
    {
        await sent.Stop.CancelAsync();
        await ((Task)sent.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sent.Answer.IsCompletedSuccessfully)
        {
            sent.Answer.Result.Dispose();
        }

        sent.Stop.Dispose();
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancel)),
        };
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, values) in request.Content.Headers)
        {
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    /// <param name="Answer">Its head; the body follows.</param>
    /// <param name="Stop">Ends it. That of the answer that is taken goes with the call.</param>
    private sealed record Try(Task<HttpResponseMessage> Answer, CancellationTokenSource Stop);
}
