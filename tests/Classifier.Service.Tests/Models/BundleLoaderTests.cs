using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Classifier.Service.Models;

namespace Classifier.Service.Tests.Models;

public sealed class BundleLoaderTests : IDisposable
{
    private readonly string _bundles = Directory.CreateTempSubdirectory("classifier-").FullName;
    private readonly string _bundle;

    public BundleLoaderTests()
    {
        var champion = new DirectoryInfo(BundleLocator.Find(new ServiceOptions(), AppContext.BaseDirectory));
        _bundle = Path.Combine(_bundles, champion.Name);
        foreach (var file in champion.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(_bundle, Path.GetRelativePath(champion.FullName, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }

        File.WriteAllText(Path.Combine(_bundles, BundleFiles.Champion), champion.Name);
    }

    [Fact]
    public async Task A_sound_copy_is_served()
    {
        await using var service = new RunningService(null, $"--Classifier:BundlesFolder={_bundles}");
        await service.InitializeAsync();
        Assert.Equal(Path.GetFileName(_bundle), service.Models.Current.Bundle.Manifest.Version);
    }

    [Fact]
    public Task Golden_rows_that_disagree_stop_the_service()
    {
        var path = Path.Combine(_bundle, BundleFiles.Golden);
        var rows = File.ReadAllText(path);
        var changed = rows.Replace("\"languageScore\":0.9", "\"languageScore\":0.7", StringComparison.Ordinal);
        Assert.NotEqual(rows, changed);
        File.WriteAllText(path, changed);
        return AssertStopsAsync(BundleFiles.Golden);
    }

    [Fact]
    public Task A_flipped_bit_stops_the_service()
    {
        var path = Path.Combine(_bundle, BundleFiles.Actors);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        return AssertStopsAsync(BundleFiles.Actors);
    }

    [Fact]
    public Task A_manifest_that_is_cut_off_stops_the_service()
    {
        var path = Path.Combine(_bundle, BundleManifest.FileName);
        File.WriteAllText(path, File.ReadAllText(path)[..200]);
        return AssertStopsAsync(BundleManifest.FileName);
    }

    [Fact]
    public Task A_champion_that_is_not_there_stops_the_service()
    {
        File.WriteAllText(Path.Combine(_bundles, BundleFiles.Champion), "9.9.9");
        return AssertStopsAsync("9.9.9");
    }

    public void Dispose() => Directory.Delete(_bundles, true);

    private async Task AssertStopsAsync(string named)
    {
        await using var service = new RunningService(null, $"--Classifier:BundlesFolder={_bundles}");
        await service.StartAsync();
        var stopping = new TaskCompletionSource();
        service.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Contains(named, service.Models.Failure, StringComparison.Ordinal);
        Assert.False(service.Models.IsReady);
    }
}
