using System.Globalization;
using Classifier.Training.Tests;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tests.Models;

/// <summary>Reloads of the process as it is: files, hashes, golden rows, swaps.</summary>
public sealed class RealReloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// Of small models, trained here: full ones would take a quarter of an hour. <c>RELOADS=500</c> in the environment
    /// takes two minutes more.
    /// </summary>
    [Fact]
    public async Task Many_reloads_fail_no_call()
    {
        using var models = new TempFolder();
        TinyModels.CopyTo(models.Path);
        string[] versions = [Train(models, "tiny"), Train(models, "next")];
        var many = Environment.GetEnvironmentVariable("RELOADS") is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 50;
        await AssertNoneFailsAsync(models["bundles"], versions, many);
    }

    [Fact]
    public async Task Reloads_of_the_champion_fail_no_call()
    {
        using var bundles = new BundleFolder();
        bundles.Add();
        bundles.Add("9.9.9");
        await AssertNoneFailsAsync(bundles.Folder, [BundleFolder.Version, "9.9.9"], 6);
    }

    private static async Task AssertNoneFailsAsync(string folder, string[] versions, int reloads)
    {
        var champion = Path.Combine(folder, "champion");
        await File.WriteAllTextAsync(champion, versions[0], Cancel);
        using var process = await RunningProcess.StartAsync(
            $"--Classifier:BundlesFolder={folder}", "--Classifier:WatchSeconds=0");
        process.ReadOn();
        using var load = new Load(process.Client, 2);
        await load.WaitForAnswersAsync(1);
        var admin = new ModelAdmin.ModelAdminClient(process.Channel);
        for (var i = 1; i <= reloads; i++)
        {
            var version = versions[i % versions.Length];
            await File.WriteAllTextAsync(champion, version, Cancel);
            var response = await admin.ReloadAsync(new(), cancellationToken: Cancel);
            Assert.Empty(response.Problems);
            Assert.Equal(version, response.ModelVersion);
        }

        await load.StopAsync();
        Assert.True(load.Outcomes.Count > reloads);
        Assert.All(load.Outcomes, o => Assert.Equal(StatusCode.OK, o.Code));
    }

    private static string Train(TempFolder models, string version)
    {
        TinyModels.Change(models.Path, r => r["version"] = version);
        TinyModels.Train(models.Path, models[Path.Combine("bundles", version)]);
        return version;
    }
}
