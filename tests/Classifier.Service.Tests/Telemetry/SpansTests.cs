using System.Collections.Concurrent;
using System.Diagnostics;
using Classifier.Core;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;
using Classifier.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Telemetry;

/// <summary>Spans of single calls, in the order of their ends.</summary>
[Collection(nameof(Alone))]
public sealed class SpansTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly RunningService _service = new(null, "--Classifier:MaxConcurrentCalls=1");
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = s => s.Name is Spans.SourceName or Stages.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        _listener.ActivityStopped = _spans.Enqueue;
        ActivitySource.AddActivityListener(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_document_is_split_tagged_and_written()
    {
        var answer =
            await _service.Client.TagDocumentAsync(new() { Text = Samples.Document }, cancellationToken: Cancel);
        AssertStages("split", "tag", "write");
        Assert.Equal(answer.Passages.Count, One("tag").GetTagItem("classifier.passages"));
    }

    [Fact]
    public async Task A_batch_is_tagged_in_one_span_however_many_passages_it_has()
    {
        var batch = new TagPassagesRequest
        {
            Passages = { Enumerable.Repeat(new Passage { Text = Samples.Dutch }, 1000) },
        };
        await _service.Client.TagPassagesAsync(batch, cancellationToken: Cancel);
        AssertStages("tag");
        Assert.Equal(1000, One("tag").GetTagItem("classifier.passages"));
    }

    [Fact]
    public async Task Languages_are_told_in_one_span()
    {
        var texts = new DetectLanguageRequest { Texts = { new TextItem { Text = Samples.Dutch }, new TextItem() } };
        await _service.Client.DetectLanguageAsync(texts, cancellationToken: Cancel);
        AssertStages("detect");
        Assert.Equal(2, One("detect").GetTagItem("classifier.texts"));
    }

    [Fact]
    public async Task A_wait_for_a_turn_is_a_span_before_the_answer()
    {
        var limit = _service.Services.GetRequiredService<WorkLimit>();
        var turn = await limit.EnterAsync(Cancel);
        var call = _service.Client.TagDocumentAsync(new() { Text = Samples.Dutch }, cancellationToken: Cancel);
        await Until.TrueAsync(() => Task.FromResult(limit.Queued == 1));
        turn.Dispose();
        await call;
        Assert.Equal(["wait", "split", "tag", "write", "answer"], _spans.Select(s => s.OperationName));
        Assert.Equal(One("answer").ParentId, One("wait").ParentId);
    }

    [Fact]
    public async Task A_stream_has_no_spans_for_its_messages()
    {
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new() { Passage = new() { Text = Samples.Dutch } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Empty(_spans);
    }

    private void AssertStages(params string[] stages)
    {
        Assert.Equal([.. stages, "answer"], _spans.Select(s => s.OperationName));
        Assert.All(stages, s => Assert.Equal(One("answer").Id, One(s).ParentId));
    }

    private Activity One(string name) => Assert.Single(_spans, s => s.OperationName == name);
}
