using Classifier.Core;
using Classifier.Service.Models;
using Classifier.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Classifier.Service.Tests.Models;

/// <summary>
/// Swaps while calls come in. Loading is tested elsewhere (<see cref="RealReloadTests"/> has many more of them); here
/// it hands out ready models.
/// </summary>
public sealed class ReloadUnderLoadTests(RunningService ready)
{
    private const int Reloads = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reloads_fail_no_call()
    {
        using var bundles = new BundleFolder();
        bundles.Point(BundleFolder.Version);
        var opened = 0;
        await using var service = RunningService.WithoutModels(
            services => services.Replace(ServiceDescriptor.Singleton<BundleOpener>(_ =>
            {
                opened++;
                return new PassageClassifier(ready.Models.Current.Bundle);
            })),
            bundles.Setting);
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);

        using var load = new Load(service.Client, 4);
        await load.WaitForAnswersAsync(1);
        var admin = new ModelAdmin.ModelAdminClient(service.Channel);
        for (var i = 0; i < Reloads; i++)
        {
            var before = service.Models.Current;
            Assert.Empty((await admin.ReloadAsync(new(), cancellationToken: Cancel)).Problems);
            Assert.NotSame(before, service.Models.Current);
        }

        await load.StopAsync();
        Assert.Equal(Reloads, opened);
        Assert.All(load.Outcomes, o => Assert.Equal(StatusCode.OK, o.Code));
    }

    [Fact]
    public async Task Reloads_at_the_same_time_take_turns()
    {
        using var bundles = new BundleFolder();
        bundles.Point(BundleFolder.Version);
        var (inside, most) = (0, 0);
        await using var service = RunningService.WithoutModels(
            services => services.Replace(ServiceDescriptor.Singleton<BundleOpener>(_ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Thread.Sleep(5);
                Interlocked.Decrement(ref inside);
                return ready.Models.Current;
            })),
            bundles.Setting);
        var reloader = service.Services.GetRequiredService<ModelReloader>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reloader.ReloadAsync(Cancel)));
        Assert.Equal(1, most);
    }
}
