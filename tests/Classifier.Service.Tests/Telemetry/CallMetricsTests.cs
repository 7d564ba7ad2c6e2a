using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;
using Classifier.Service.Tests.Faults;
using Classifier.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Telemetry;

/// <summary>What one service counts, heard from its own meter.</summary>
public sealed class CallMetricsTests : IAsyncLifetime
{
    private readonly ConcurrentBag<string> _seen = [];
    private readonly MeterListener _listener = new();
    private RunningService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        IMeterFactory? meters = null;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ServiceMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument, 1, tags));
        _service = new(null, "--Classifier:MaxConcurrentCalls=1");
        meters = _service.Services.GetRequiredService<IMeterFactory>();
        _listener.Start();
        await _service.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task Calls_are_counted_by_method_code_and_protocol()
    {
        await _service.Client.GetModelAsync(new(), cancellationToken: Cancel);
        await Assert.ThrowsAsync<RpcException>(
            () => _service.Client.TagDocumentAsync(new(), cancellationToken: Cancel).ResponseAsync);
        await _service.Rest.GetAsync("/v1/model", Cancel);
        await _service.Rest.PostAsync("/v1/documents:tag", null, Cancel);
        await _service.Rest.GetAsync("/healthz", Cancel);
        await SeenAsync(4);
        Assert.Equal(
            [
                "classifier.call.duration GetModel OK grpc",
                "classifier.call.duration GetModel OK rest",
                "classifier.call.duration TagDocument InvalidArgument grpc",
                "classifier.call.duration TagDocument InvalidArgument rest",
            ],
            Calls().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_over_rest_that_is_given_up_while_it_waits_is_cancelled()
    {
        var limit = _service.Services.GetRequiredService<WorkLimit>();
        using (await limit.EnterAsync(Cancel))
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            using var body = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json");
            var waiting = _service.Rest.PostAsync("/v1/documents:tag", body, source.Token);
            await Until.TrueAsync(() => Task.FromResult(limit.Queued == 1));
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            await SeenAsync(1);
        }

        Assert.Equal("classifier.call.duration TagDocument Cancelled rest", Assert.Single(Calls()));
    }

    [Fact]
    public async Task Calls_of_clients_that_vanish_before_their_message_is_there_are_cancelled()
    {
        var room = _service.Services.GetRequiredService<Room>();
        using (var rest = new TcpClient("127.0.0.1", _service.Rest.BaseAddress!.Port))
        {
            await rest.GetStream().WriteAsync(
                "POST /v1/documents:tag HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"u8
                    .ToArray(),
                Cancel);
            await Until.TrueAsync(() => Task.FromResult(room.Inside == 1));
        }

        await SeenAsync(1);
        using (var grpc = await RawHttp2.OpenAsync(new Uri($"http://{_service.Channel.Target}").Port))
        {
            await grpc.BeginAsync(1, "TagPassages");
            await Until.TrueAsync(() => Task.FromResult(room.Inside == 1));
            grpc.Vanish();
        }

        await SeenAsync(2);
        Assert.Equal(
            [
                "classifier.call.duration TagDocument Cancelled rest",
                "classifier.call.duration TagPassages Cancelled grpc",
            ],
            Calls().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bodies_that_are_too_large_are_counted_as_what_they_are()
    {
        using var large = new ByteArrayContent(new byte[17 * 1024 * 1024]);
        large.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/documents:tag") { Content = large };
        request.Headers.ExpectContinue = true;
        await _service.Rest.SendAsync(request, Cancel);
        await SeenAsync(1);
        Assert.Equal(["classifier.call.duration TagDocument InvalidArgument rest"], Calls());
    }

    [Fact]
    public async Task Passages_and_labels_are_counted()
    {
        var request = new TagPassagesRequest
        {
            Passages = { new Passage { Text = Samples.English }, new Passage { Text = Samples.German }, new Passage() },
        };
        var answer = (await _service.Client.TagPassagesAsync(request, cancellationToken: Cancel)).Results[0];
        await SeenAsync(1);
        Assert.Contains("classifier.passages tag en answered", _seen);
        Assert.Contains("classifier.passages tag und untagged", _seen);
        Assert.Contains("classifier.passages tag none refused", _seen);
        Assert.NotEmpty(answer.Actors);
        Assert.Equal(
            answer.Actors.Count, _seen.Count(s => s.StartsWith("classifier.labels actor ", StringComparison.Ordinal)));
        Assert.Equal(
            answer.Actors.Count, _seen.Count(s => s.StartsWith("classifier.labels stance ", StringComparison.Ordinal)));
        Assert.Equal(
            answer.Events.Count, _seen.Count(s => s.StartsWith("classifier.labels event ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Streams_and_detections_are_counted_item_by_item()
    {
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        for (var i = 0; i < 2; i++)
        {
            await call.RequestStream.WriteAsync(new() { Passage = new() { Text = Samples.Dutch } }, Cancel);
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancel));
        await _service.Client.DetectLanguageAsync(
            new() { Texts = { new TextItem { Text = Samples.Sorani } } }, cancellationToken: Cancel);
        await SeenAsync(2);
        Assert.Equal(2, _seen.Count(s => s == "classifier.passages tag nl answered"));
        Assert.Single(_seen, "classifier.passages detect ckb answered");
        Assert.Contains("classifier.call.duration TagPassageStream OK grpc", _seen);
    }

    private void See(Instrument instrument, long times, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        for (var i = 0; i < times; i++)
        {
            _seen.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}");
        }
    }

    /// <summary>A call is counted once its answer is out, which may be a moment after the caller has it.</summary>
    private async Task SeenAsync(int calls)
    {
        while (Calls().Count() < calls)
        {
            await Task.Delay(10, Cancel);
        }
    }

    private IEnumerable<string> Calls() =>
        _seen.Where(s => s.StartsWith("classifier.call.duration ", StringComparison.Ordinal));
}
