using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Classifier.Service.Overload;
using Classifier.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Classifier.Service.Tests;

/// <summary>The service on real sockets with the champion bundle. One for all tests that change nothing.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;

    public RunningService()
        : this(null)
    {
    }

    /// <param name="change">Changes to the set-up.</param>
    /// <param name="settings">Options, such as <c>--Classifier:MaxBatchSize=2</c>.</param>
    internal RunningService(Action<IServiceCollection>? change, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddClassifier();
        builder.Services.Replace(ServiceDescriptor.Singleton<Backlog.IPool, CalmPool>());
        change?.Invoke(builder.Services);
        _app = builder.Build();
        _app.MapClassifier();
    }

    public GrpcChannel Channel { get; private set; } = null!;

    public PassageTagger.PassageTaggerClient Client { get; private set; } = null!;

    public HttpClient Rest { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    internal ModelHolder Models => _app.Services.GetRequiredService<ModelHolder>();

    internal IHostApplicationLifetime Lifetime => _app.Lifetime;

    /// <summary>A service that holds no models until it is given some.</summary>
    /// <param name="settings">Options, such as <c>--Classifier:MaxBatchSize=2</c>.</param>
    internal static RunningService WithoutModels(params string[] settings) => WithoutModels(_ => { }, settings);

    /// <inheritdoc cref="RunningService(Action{IServiceCollection}?, string[])"/>
    internal static RunningService WithoutModels(Action<IServiceCollection> change, params string[] settings) => new(
        services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(BundleLoader)));
            change(services);
        },
        settings);

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        var end = DateTime.UtcNow + Patience;
        while (!Models.IsReady)
        {
            Assert.True(Models.Failure is null, Models.Failure);
            Assert.True(DateTime.UtcNow < end, "The bundle took too long to load.");
            await Task.Delay(20);
        }
    }

    /// <summary>Starts without waiting for models.</summary>
    public async Task StartAsync()
    {
        await _app.StartAsync();
        var server = _app.Services.GetRequiredService<IServer>();
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        Channel = GrpcChannel.ForAddress(addresses.First());
        Client = new(Channel);
        Rest = new HttpClient { BaseAddress = new(addresses.Last()) };
    }

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        Rest?.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>
    /// The thread pool of this process is all tests' together; what the others queue is no backlog of the service's.
    /// </summary>
    private sealed class CalmPool : Backlog.IPool
    {
        public long Waiting => 0;

        public void Queue(IThreadPoolWorkItem item) => item.Execute();
    }
}
