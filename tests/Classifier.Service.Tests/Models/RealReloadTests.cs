using Classifier.Fuzzing;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tests.Models;

/// <summary>Reloads of the process as it is: files, hashes, golden rows, swaps.</summary>
public sealed class RealReloadTests(SmallBundle small)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Of small models: full ones would take a quarter of an hour.</summary>
    [Fact]
    public async Task Five_hundred_reloads_fail_no_call()
    {
        using var bundles = new BundleFolder(small.Folder);
        await AssertNoneFailsAsync(bundles, ["1.0.0", "2.0.0"], 500);
    }

    [Fact]
    public async Task Reloads_of_the_champion_fail_no_call()
    {
        using var bundles = new BundleFolder();
        await AssertNoneFailsAsync(bundles, [BundleFolder.Version, "9.9.9"], 6);
    }

    private static async Task AssertNoneFailsAsync(BundleFolder bundles, string[] versions, int reloads)
    {
        Array.ForEach(versions, v => bundles.Add(v));
        bundles.Point(versions[0]);
        using var process = await RunningProcess.StartAsync(bundles.Setting, "--Classifier:WatchSeconds=0");
        process.ReadOn();
        using var load = new Load(process.Client, 1);
        await load.WaitForAnswersAsync(1);
        var admin = new ModelAdmin.ModelAdminClient(process.Channel);
        for (var i = 1; i <= reloads; i++)
        {
            var version = versions[i % versions.Length];
            bundles.Point(version);
            var response = await admin.ReloadAsync(new(), cancellationToken: Cancel);
            Assert.Empty(response.Problems);
            Assert.Equal(version, response.ModelVersion);
        }

        await load.StopAsync();
        Assert.True(load.Outcomes.Count > reloads);
        Assert.All(load.Outcomes, o => Assert.Equal(StatusCode.OK, o.Code));
    }
}
