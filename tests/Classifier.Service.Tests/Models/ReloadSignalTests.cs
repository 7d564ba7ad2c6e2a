using Grpc.Core;

namespace Classifier.Service.Tests.Models;

public sealed class ReloadSignalTests
{
    [Fact]
    public async Task A_signal_loads_the_bundle_that_the_pointer_names_now_and_fails_no_call()
    {
        using var bundles = new BundleFolder();
        bundles.Add();
        bundles.Point(BundleFolder.Version);
        using var process = await RunningProcess.StartAsync(bundles.Setting, "--Classifier:WatchSeconds=0");
        using var load = new Load(process.Client, 1);
        bundles.Add("9.9.9");
        bundles.Point("9.9.9");
        process.Signal("HUP");
        await process.WaitForLineAsync("Serving bundle 9.9.9 as champion");
        var model = await process.Client.GetModelAsync(
            new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("9.9.9", model.ModelVersion);
        await load.StopAsync();
        Assert.All(load.Outcomes, o => Assert.Equal(StatusCode.OK, o.Code));
    }
}
