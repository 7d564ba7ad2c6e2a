using System.Diagnostics;
using System.Net;
using Classifier.Service.Hosting;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Hosting;

public sealed class DrainTests(RunningService ready)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_stops_first_then_streams_and_calls_last()
    {
        await using var service = RunningService.WithoutModels("--Classifier:DrainNoticeSeconds=300");
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        using var stream = service.Client.TagPassageStream(cancellationToken: Cancel);
        await AskAsync(stream);

        using var notice = new CancellationTokenSource();
        var stopping = service.Services.GetRequiredService<Drain>().StoppingAsync(notice.Token);
        var health = await new HealthClient(service.Channel).CheckAsync(new(), cancellationToken: Cancel);
        Assert.Equal(ServingStatus.NotServing, health.Status);
        using var rest = await service.Rest.GetAsync("/healthz", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rest.StatusCode);
        Assert.Contains("draining", await rest.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await AskAsync(stream);

        await notice.CancelAsync();
        await stopping;
        await AssertDrainingAsync(() => stream.ResponseStream.MoveNext(Cancel));
        await AssertDrainingAsync(
            () => service.Client.TagPassagesAsync(new(), cancellationToken: Cancel).ResponseAsync);
        using var document = await service.Rest.PostAsync("/v1/documents:tag", null, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, document.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), document.Headers.RetryAfter!.Delta);
        Assert.NotEmpty((await service.Client.GetModelAsync(new(), cancellationToken: Cancel)).ModelVersion);
    }


    [Fact]
    public async Task Without_models_nobody_is_waited_for()
    {
        await using var service = RunningService.WithoutModels("--Classifier:DrainNoticeSeconds=300");
        var drain = service.Services.GetRequiredService<Drain>();
        await drain.StoppingAsync(Cancel);
        Assert.True(drain.Begun && drain.Closing.IsCancellationRequested);
    }

    /// <summary>Calls from before the signal are answered; later ones are answered or refused as unavailable.</summary>
    [Fact]
    public async Task A_stop_under_load_loses_no_answer()
    {
        using var process = await RunningProcess.StartAsync();
        using var load = new Load(process.Client, 8);
        await load.WaitForAnswersAsync(20);
        process.Signal("TERM");
        var signalled = Stopwatch.GetTimestamp();
        await process.WaitForLineAsync("Stopping: not serving");
        await load.WaitForEndAsync();
        Assert.Equal(0, await process.ExitAsync());
        Assert.All(load.Outcomes.Where(o => o.Began < signalled), o => Assert.Equal(StatusCode.OK, o.Code));
        Assert.Empty(load.Outcomes.Select(o => o.Code).Except([StatusCode.OK, StatusCode.Unavailable]));
    }

    private static async Task AssertDrainingAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal("DRAINING", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.NotNull(error.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    private static async Task AskAsync(AsyncDuplexStreamingCall<TagPassageStreamRequest, TagPassageStreamResponse> call)
    {
        await call.RequestStream.WriteAsync(new() { Passage = new() { Text = Samples.Dutch } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Null(call.ResponseStream.Current.Result.Error);
    }
}
