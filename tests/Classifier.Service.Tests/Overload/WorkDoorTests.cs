using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Service.Overload;
using Classifier.Service.Tests.Faults;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Overload;

/// <summary>A service that can take one call and let one wait, kept busy by the tests.</summary>
public sealed class WorkDoorTests(RunningService ready) : IAsyncLifetime
{
    private readonly RunningService _service = RunningService.WithoutModels(
        "--Classifier:MaxConcurrentCalls=1", "--Classifier:MaxQueuedCalls=0");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Room Room => _service.Services.GetRequiredService<Room>();

    private int Port => new Uri($"http://{_service.Channel.Target}").Port;

    private WorkLimit Limit => _service.Services.GetRequiredService<WorkLimit>();

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
    }

    [Fact]
    public async Task Calls_over_the_limit_are_refused_with_a_time_to_try_again()
    {
        using var meters = new ServiceMeters(_service.Services);
        using (await Limit.EnterAsync(Cancel))
        {
            var error = await Assert.ThrowsAsync<RpcException>(TagAsync);
            Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
            Assert.Contains("as many calls as it can take", error.Status.Detail, StringComparison.Ordinal);
            var status = error.GetRpcStatus()!;
            Assert.Equal("OVERLOADED", status.GetDetail<ErrorInfo>()!.Reason);
            Assert.Equal(100, status.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan().TotalMilliseconds);
        }

        Assert.Equal(1, meters.Sum("classifier.refusals", "OVERLOADED call"));
        Assert.Single((await TagAsync()).Results);
    }

    [Fact]
    public async Task Over_rest_they_are_too_many_requests()
    {
        using (await Limit.EnterAsync(Cancel))
        {
            using var refused = await PostAsync();
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
            var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!;
            Assert.Equal(8, (int)error["code"]!);
            Assert.Equal("OVERLOADED", (string?)error["details"]![0]!["reason"]);
            Assert.Equal("0.100s", (string?)error["details"]![1]!["retryDelay"]);
        }

        using var answered = await PostAsync();
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task A_message_of_a_stream_is_refused_by_itself()
    {
        using var meters = new ServiceMeters(_service.Services);
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        using (await Limit.EnterAsync(Cancel))
        {
            var error = (await NextAsync(call)).Error;
            Assert.Equal(("RESOURCE_EXHAUSTED", "OVERLOADED"), (error.Code, error.Reason));
            Assert.Equal(100, error.RetryDelay.ToTimeSpan().TotalMilliseconds);
        }

        Assert.Equal("nl", (await NextAsync(call)).Language.Tag);
        Assert.Equal(1, meters.Sum("classifier.refusals", "OVERLOADED item"));
    }

    [Fact]
    public async Task An_idle_stream_takes_no_turn()
    {
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        await NextAsync(call);
        Assert.Single((await TagAsync()).Results);
    }

    [Fact]
    public async Task A_saturated_service_stays_healthy_and_tells_its_limits()
    {
        using var turn = await Limit.EnterAsync(Cancel);
        var health = await new HealthClient(_service.Channel).CheckAsync(new(), cancellationToken: Cancel);
        Assert.Equal(ServingStatus.Serving, health.Status);
        Assert.Equal(HttpStatusCode.OK, (await _service.Rest.GetAsync("/healthz", Cancel)).StatusCode);
        var limits = (await _service.Client.GetModelAsync(new(), cancellationToken: Cancel)).Limits;
        Assert.Equal((1, 0), (limits.MaxConcurrentCalls, limits.MaxQueuedCalls));
    }

    [Fact]
    public async Task A_call_that_still_sends_fills_the_door_and_takes_no_turn()
    {
        using var meters = new ServiceMeters(_service.Services);
        using (var slow = await RawHttp2.OpenAsync(Port))
        {
            await slow.BeginAsync(1, "TagPassages");
            await Until.TrueAsync(() => Task.FromResult(Room.Inside == 1));
            Assert.Equal(0, Limit.Working);
            var error = await Assert.ThrowsAsync<RpcException>(TagAsync);
            Assert.Equal("OVERLOADED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
            Assert.NotEmpty((await _service.Client.GetModelAsync(new(), cancellationToken: Cancel)).ModelVersion);
            Assert.Equal(1, meters.Sum("classifier.refusals", "OVERLOADED"));
            slow.Vanish();
        }

        await AssertEmptyAsync();
        Assert.Single((await TagAsync()).Results);
    }

    [Fact]
    public async Task Refused_and_cancelled_calls_leave_nothing_behind()
    {
        using (await Limit.EnterAsync(Cancel))
        {
            await Assert.ThrowsAsync<RpcException>(TagAsync);
            await Assert.ThrowsAsync<RpcException>(
                () => _service.Client.TagPassagesAsync(new(), cancellationToken: new(true)).ResponseAsync);
        }

        await Assert.ThrowsAsync<RpcException>(
            () => _service.Client.TagPassagesAsync(new(), cancellationToken: Cancel).ResponseAsync);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_leaves_the_queue()
    {
        await using var service = RunningService.WithoutModels(
            "--Classifier:MaxConcurrentCalls=1", "--Classifier:MaxQueuedCalls=1");
        await service.StartAsync();
        var (limit, room) =
            (service.Services.GetRequiredService<WorkLimit>(), service.Services.GetRequiredService<Room>());
        using (await limit.EnterAsync(Cancel))
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var waiting = service.Client.TagPassagesAsync(new(), cancellationToken: source.Token).ResponseAsync;
            await Until.TrueAsync(() => Task.FromResult(limit.Queued == 1));
            await source.CancelAsync();
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => waiting)).StatusCode);
            await Until.TrueAsync(() => Task.FromResult(limit.Queued == 0));
            Assert.Equal(1, limit.Working);
        }

        await Until.TrueAsync(() => Task.FromResult((limit.Working, room.Inside) == (0, 0)));
    }

    [Fact]
    public async Task Under_a_storm_each_call_is_answered_or_refused_and_the_next_one_is_answered()
    {
        var calls = Enumerable.Range(0, 300).Select(async _ =>
        {
            try
            {
                return (await TagAsync()).Results.Count == 1 ? StatusCode.OK : StatusCode.Unknown;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        });
        var codes = await Task.WhenAll(calls);
        Assert.Empty(codes.Except([StatusCode.OK, StatusCode.ResourceExhausted]));
        Assert.Contains(StatusCode.OK, codes);
        await AssertEmptyAsync();
        Assert.Single((await TagAsync()).Results);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>A call leaves when its answer is out, which may be a moment after the caller has it.</summary>
    private Task AssertEmptyAsync() =>
        Until.TrueAsync(() => Task.FromResult((Room.Inside, Limit.Working, Limit.Queued) == (0, 0, 0)));

    private Task<TagPassagesResponse> TagAsync() => _service.Client.TagPassagesAsync(
        new() { Passages = { new Passage { Text = Samples.Dutch } } }, cancellationToken: Cancel).ResponseAsync;

    private async Task<HttpResponseMessage> PostAsync()
    {
        using var body = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json");
        return await _service.Rest.PostAsync("/v1/documents:tag", body, Cancel);
    }

    private static async Task<PassageResult> NextAsync(
        AsyncDuplexStreamingCall<TagPassageStreamRequest, TagPassageStreamResponse> call)
    {
        await call.RequestStream.WriteAsync(new() { Passage = new() { Text = Samples.Dutch } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return call.ResponseStream.Current.Result;
    }
}
