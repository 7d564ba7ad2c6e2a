using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace Classifier.Service.Tests.Hosting;

public sealed class KestrelSetupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("urls=http://0.0.0.0:0")]
    [InlineData("urls=http://0.0.0.0:0", "preferHostingUrls=true")]
    [InlineData("http_ports=0", "preferHostingUrls=true")]
    public async Task Addresses_that_the_host_is_told_open_nothing(params string[] settings)
    {
        await using var service = RunningService.WithoutModels([.. settings.Select(s => $"--{s}")]);
        await service.StartAsync();
        var server = service.Services.GetRequiredService<IServer>();
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        Assert.All(addresses, a => Assert.StartsWith("http://127.0.0.1:", a, StringComparison.Ordinal));
        Assert.Equal(2, addresses.Count);
    }

    /// <summary>A file of settings is read again when it changes, long after its values were looked at.</summary>
    [Fact]
    public async Task Endpoints_that_come_into_the_settings_later_open_nothing()
    {
        await using var service = RunningService.WithoutModels();
        Assert.Null(service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.ConfigurationLoader);
    }

    [Fact]
    public async Task Each_port_has_its_own_limit_of_connections()
    {
        await using var service = RunningService.WithoutModels("--Classifier:MaxConnections=1");
        await service.StartAsync();
        await AskAsync(service.Channel);
        using var second = GrpcChannel.ForAddress($"http://{service.Channel.Target}");
        await Assert.ThrowsAsync<RpcException>(() => AskAsync(second));
        Assert.Equal(HttpStatusCode.OK, (await service.Rest.GetAsync("/metrics", Cancel)).StatusCode);
    }

    private static Task AskAsync(GrpcChannel channel) =>
        new HealthClient(channel).CheckAsync(new(), cancellationToken: Cancel).ResponseAsync;
}
