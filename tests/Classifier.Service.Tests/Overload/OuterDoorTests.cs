using System.Net;
using Classifier.Service.Overload;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Overload;

/// <summary>A service whose thread pool seems stuck until the tests let its probe through.</summary>
public sealed class OuterDoorTests(RunningService ready) : IAsyncLifetime
{
    private readonly StuckPool _pool = new();
    private RunningService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = RunningService.WithoutModels(s => s.Replace(ServiceDescriptor.Singleton<Backlog.IPool>(_pool)));
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
    }

    [Fact]
    public async Task Behind_a_late_queue_work_is_refused_until_it_has_passed()
    {
        using var meters = new ServiceMeters(_service.Services);
        var refused = await RefusedAsync();
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("OVERLOADED", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
        Assert.Equal(1, meters.Sum("classifier.refusals", "OVERLOADED"));
        using var rest = await _service.Rest.PostAsync("/v1/documents:tag", null, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, rest.StatusCode);

        _pool.Free();
        Assert.Single((await TagAsync()).Results);
    }

    [Fact]
    public async Task What_is_no_work_goes_through()
    {
        await RefusedAsync();
        Assert.NotEmpty((await _service.Client.GetModelAsync(new(), cancellationToken: Cancel)).ModelVersion);
        var health = await new HealthClient(_service.Channel).CheckAsync(new(), cancellationToken: Cancel);
        Assert.Equal(ServingStatus.Serving, health.Status);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>The first calls send the probe and are answered; once it is late, one is refused.</summary>
    private async Task<RpcException> RefusedAsync()
    {
        RpcException? refused = null;
        await Until.TrueAsync(async () =>
        {
            try
            {
                await TagAsync();
            }
            catch (RpcException e)
            {
                refused = e;
            }

            return refused is not null;
        });
        return refused!;
    }

    private Task<TagPassagesResponse> TagAsync() => _service.Client.TagPassagesAsync(
        new() { Passages = { new Passage { Text = Samples.Dutch } } }, cancellationToken: Cancel).ResponseAsync;

    private sealed class StuckPool : Backlog.IPool
    {
        private IThreadPoolWorkItem? _probe;

        public long Waiting { get; private set; } = long.MaxValue;

        public void Queue(IThreadPoolWorkItem item) => _probe = item;

        public void Free()
        {
            Waiting = 0;
            _probe!.Execute();
        }
    }
}
