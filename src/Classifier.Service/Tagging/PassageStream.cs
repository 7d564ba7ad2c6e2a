using Classifier.Core;
using Classifier.Service.Access;
using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Classifier.Service.Overload;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tagging;

/// <summary>
/// Answers a stream, message by message; each counts for its client, and enters the bound on work, by itself.
/// </summary>
internal sealed class PassageStream(
    ModelHolder models, ItemTagger tagger, WorkLimit limit, ClientAllowance allowance, Drain drain)
{
    /// <exception cref="ClassifierException">No models are loaded, or the service stops.</exception>
    public async Task AnswerAsync(
        IAsyncStreamReader<TagPassageStreamRequest> requests,
        IServerStreamWriter<TagPassageStreamResponse> responses,
        string client,
        CancellationToken cancel)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(cancel, drain.Closing);
        while (await NextAsync(requests, open.Token))
        {
            var result = allowance.Take(client) is { } used
                ? tagger.Refuse(models.Current, requests.Current.Passage, used)
                : await TagAsync(models.Current, requests.Current, cancel);
            await responses.WriteAsync(new() { Result = result }, cancel);
        }
    }

    private async Task<bool> NextAsync(IAsyncStreamReader<TagPassageStreamRequest> requests, CancellationToken open)
    {
        try
        {
            return await requests.MoveNext(open);
        }
        catch (OperationCanceledException) when (drain.Closing.IsCancellationRequested)
        {
            throw Drain.Draining();
        }
    }

    private async Task<PassageResult> TagAsync(
        PassageClassifier champion, TagPassageStreamRequest request, CancellationToken cancel)
    {
        try
        {
            using var turn = await limit.EnterAsync(cancel);
            return tagger.Tag(models.Choose(request.Model), request);
        }
        catch (ClassifierException e)
        {
            return tagger.Refuse(champion, request.Passage, e);
        }
    }
}
