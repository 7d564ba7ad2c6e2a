using Classifier.Service.Access;
using Classifier.Service.Models;
using Classifier.Service.Rest;
using Classifier.Service.Shadow;
using Classifier.Service.Telemetry;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tagging;

/// <summary>The RPCs. Each answer comes from models taken once, so it never mixes two versions.</summary>
[BindServiceMethod(typeof(GuardedBinding), nameof(GuardedBinding.BindService))]
internal sealed class PassageTaggerService(
    ModelHolder models, RequestReader reader, ItemTagger tagger, PassageStream stream, ShadowScorer shadow)
    : PassageTagger.PassageTaggerBase
{
    public override Task<TagDocumentResponse> TagDocument(TagDocumentRequest request, ServerCallContext context)
    {
        var classifier = models.Choose(request.Model);
        var (settings, date) = reader.Document(request);
        var tags = classifier.TagDocument(request.Text, new(date, settings.WithEvidence), context.CancellationToken);
        shadow.Offer(classifier, request.Text, date, tags);
        var version = classifier.Bundle.Manifest.Version;
        using var span = Spans.Write();
        return Task.FromResult(ResponseMapper.Document(request, tags, settings, version));
    }

    public override Task<TagPassagesResponse> TagPassages(TagPassagesRequest request, ServerCallContext context)
    {
        var classifier = models.Choose(request.Model);
        var settings = reader.Passages(request);
        var broken = BrokenItems.Of(context);
        using var span = Spans.Tag(request.Passages.Count);
        var results = Batch.Map(
            request.Passages,
            (passage, i) => broken?.Of(i) is { } error
                ? tagger.Refuse(classifier, passage, error)
                : tagger.Tag(classifier, passage, $"passages[{i}]", settings),
            context.CancellationToken);
        return Task.FromResult(new TagPassagesResponse
        {
            Results = { results },
            ModelVersion = classifier.Bundle.Manifest.Version,
        });
    }

    public override Task TagPassageStream(
        IAsyncStreamReader<TagPassageStreamRequest> requestStream,
        IServerStreamWriter<TagPassageStreamResponse> responseStream,
        ServerCallContext context) =>
        stream.AnswerAsync(
            requestStream, responseStream, Caller.Key(context.GetHttpContext()), context.CancellationToken);

    public override Task<DetectLanguageResponse> DetectLanguage(
        DetectLanguageRequest request, ServerCallContext context)
    {
        var classifier = models.Choose(request.Model);
        var settings = reader.Languages(request);
        var broken = BrokenItems.Of(context);
        using var span = Spans.Detect(request.Texts.Count);
        var results = Batch.Map(
            request.Texts,
            (item, i) => broken?.Of(i) is { } error
                ? tagger.Refuse(item, error)
                : tagger.Detect(classifier, item, $"texts[{i}]", settings),
            context.CancellationToken);
        return Task.FromResult(new DetectLanguageResponse
        {
            Results = { results },
            ModelVersion = classifier.Bundle.Manifest.Version,
        });
    }

    public override Task<GetModelResponse> GetModel(GetModelRequest request, ServerCallContext context) =>
        Task.FromResult(ModelMapper.Describe(models.Choose(request.Model).Bundle, models.Served, reader.Limits()));
}
