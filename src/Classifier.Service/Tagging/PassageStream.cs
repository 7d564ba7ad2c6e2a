using Classifier.Core;
using Classifier.Service.Models;
using Classifier.Service.Overload;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tagging;

/// <summary>Answers a stream, message by message; each enters the bound on work by itself.</summary>
internal sealed class PassageStream(ModelHolder models, ItemTagger tagger, WorkLimit limit)
{
    /// <exception cref="ClassifierException">No models are loaded.</exception>
    public async Task AnswerAsync(
        IAsyncStreamReader<TagPassageStreamRequest> requests,
        IServerStreamWriter<TagPassageStreamResponse> responses,
        CancellationToken cancel)
    {
        await foreach (var request in requests.ReadAllAsync(cancel))
        {
            var result = await TagAsync(models.Current, request, cancel);
            await responses.WriteAsync(new() { Result = result }, cancel);
        }
    }

    private async Task<PassageResult> TagAsync(
        PassageClassifier classifier, TagPassageStreamRequest request, CancellationToken cancel)
    {
        try
        {
            using var turn = await limit.EnterAsync(cancel);
            return tagger.Tag(classifier, request);
        }
        catch (ClassifierException e)
        {
            return tagger.Refuse(classifier, request.Passage, e);
        }
    }
}
