using System.Diagnostics;
using Classifier.Core;
using Classifier.Service.Tagging;
using Classifier.Service.Telemetry;
using Classifier.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Tagging;

/// <summary>Deadlines, cancellation and sizes. What each RPC answers is tested RPC by RPC.</summary>
public sealed class PassageTaggerServiceTests(RunningService service)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PassageTaggerService Tagger => service.Services.GetRequiredService<PassageTaggerService>();

    /// <summary>A deadline that passes, and a client that goes, both end the token of their call.</summary>
    [Theory]
    [InlineData("tag", nameof(PassageTaggerService.TagDocument))]
    [InlineData("tag", nameof(PassageTaggerService.TagPassages))]
    [InlineData("detect", nameof(PassageTaggerService.DetectLanguage))]
    public async Task A_call_that_ends_in_the_midst_is_given_up(string stage, string method)
    {
        using var source = new CancellationTokenSource();
        using var call = new Activity(method).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is Spans.SourceName or Stages.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = started =>
            {
                if (started.TraceId == call.TraceId && started.OperationName == stage)
                {
                    source.Cancel();
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var context = new StubCallContext(DateTime.MaxValue, source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await (method switch
            {
                nameof(PassageTaggerService.TagDocument) =>
                    (Task)Tagger.TagDocument(new() { Text = Samples.Document }, context),
                nameof(PassageTaggerService.TagPassages) => Tagger.TagPassages(Batch(), context),
                _ => Tagger.DetectLanguage(new() { Texts = { new TextItem { Text = Samples.Dutch } } }, context),
            });
        });
        Assert.True(source.IsCancellationRequested);
    }

    /// <summary>A stream whose client says nothing more, and is not there any more.</summary>
    [Fact]
    public async Task A_stream_that_ends_waits_for_no_more_messages()
    {
        using var source = new CancellationTokenSource();
        var requests = new SilentReader();
        var stream = Tagger.TagPassageStream(requests, null!, new StubCallContext(DateTime.MaxValue, source.Token));
        await requests.Asked.WaitAsync(Cancel);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.WaitAsync(Patience, Cancel));
        Assert.True(requests.Told);
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
    public async Task Messages_of_the_largest_size_are_read()
    {
        var request = new TagDocumentRequest { Text = new string('a', (16 * 1024 * 1024) - 5) };
        Assert.Equal(16 * 1024 * 1024, request.CalculateSize());
        await Refusal.AssertAsync("TEXT_TOO_LONG", "text", "at most 1000000", () => service.Client.TagDocumentAsync(
            request, cancellationToken: Cancel).ResponseAsync);
    }

    private static TagPassagesRequest Batch() => new() { Passages = { new Passage { Text = Samples.Dutch } } };

    /// <summary>Has no message, until it is told that none is waited for.</summary>
    private sealed class SilentReader : IAsyncStreamReader<TagPassageStreamRequest>
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public bool Told { get; private set; }

        public TagPassageStreamRequest Current => throw new UnreachableException();

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            var told = new TaskCompletionSource<bool>();
            using var end = cancellationToken.Register(() =>
            {
                Told = true;
                told.SetCanceled(cancellationToken);
            });
            _asked.SetResult();
            return await told.Task;
        }
    }
}
