using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Health;

public sealed class HealthSetupTests(RunningService ready)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("classifier.v1.PassageTagger")]
    public async Task A_service_with_models_serves(string name) =>
        Assert.Equal(ServingStatus.Serving, await CheckAsync(ready, name));

    [Fact]
    public async Task Unknown_services_are_not_found()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => CheckAsync(ready, "other.v1.Service"));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task Health_changes_when_the_models_have_loaded()
    {
        await using var service = RunningService.WithoutModels();
        await service.StartAsync();
        Assert.Equal(ServingStatus.NotServing, await CheckAsync(service, ""));
        Assert.Equal(ServingStatus.NotServing, await CheckAsync(service, "classifier.v1.PassageTagger"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Rest.GetAsync("/healthz", Cancel)).StatusCode);

        service.Models.Serve(ready.Models.Current);
        Assert.Equal(ServingStatus.Serving, await CheckAsync(service, ""));
        Assert.Equal(ServingStatus.Serving, await CheckAsync(service, "classifier.v1.PassageTagger"));
        Assert.Equal(HttpStatusCode.OK, (await service.Rest.GetAsync("/healthz", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Watchers_hear_of_it()
    {
        await using var service = RunningService.WithoutModels();
        await service.StartAsync();
        using var call = new HealthClient(service.Channel).Watch(new(), cancellationToken: Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(ServingStatus.NotServing, call.ResponseStream.Current.Status);
        service.Models.Serve(ready.Models.Current);
        while (call.ResponseStream.Current.Status == ServingStatus.NotServing)
        {
            // The first publication may repeat what the watch began with.
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
        }

        Assert.Equal(ServingStatus.Serving, call.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Without_models_calls_are_unavailable()
    {
        await using var service = RunningService.WithoutModels();
        await service.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(
            () => service.Client.GetModelAsync(new(), cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal("MODEL_LOADING", error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        var rest = await service.Rest.GetAsync("/v1/model", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, rest.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), rest.Headers.RetryAfter!.Delta);
    }

    private static async Task<ServingStatus> CheckAsync(RunningService service, string name)
    {
        var request = new HealthCheckRequest { Service = name };
        return (await new HealthClient(service.Channel).CheckAsync(request, cancellationToken: Cancel)).Status;
    }
}
