using Classifier.Core.Models;

namespace Classifier.Service.Tests.Models;

public sealed class BundleLoaderTests : IDisposable
{
    private readonly BundleFolder _bundles = new();
    private readonly string _bundle;

    public BundleLoaderTests()
    {
        _bundle = _bundles.Add();
        _bundles.Point(BundleFolder.Version);
    }

    [Fact]
    public async Task A_sound_copy_is_served_without_the_challenger_that_is_not_sound()
    {
        _bundles.Challenge("next", "9.9.9");
        await using var service = new RunningService(null, _bundles.Setting);
        await service.InitializeAsync();
        Assert.Equal(Path.GetFileName(_bundle), service.Models.Current.Bundle.Manifest.Version);
        Assert.Empty(service.Models.Served!.Challengers);
        var problem = Assert.Single(service.Models.Problems);
        Assert.Equal(("next", "BUNDLE_MISSING"), (problem.Alias, problem.Reason));
    }

    [Fact]
    public Task Golden_rows_that_disagree_stop_the_service()
    {
        BundleFolder.Replace(
            Path.Combine(_bundle, BundleFiles.Golden), "\"languageScore\":0.9", "\"languageScore\":0.7");
        return AssertStopsAsync(BundleFiles.Golden);
    }

    [Fact]
    public Task A_flipped_bit_stops_the_service()
    {
        BundleFolder.FlipBit(Path.Combine(_bundle, BundleFiles.Actors));
        return AssertStopsAsync(BundleFiles.Actors);
    }

    [Fact]
    public Task A_manifest_that_is_cut_off_stops_the_service()
    {
        BundleFolder.CutShort(Path.Combine(_bundle, BundleManifest.FileName));
        return AssertStopsAsync(BundleManifest.FileName);
    }

    [Fact]
    public Task A_champion_that_is_not_there_stops_the_service()
    {
        _bundles.Point("9.9.9");
        return AssertStopsAsync("9.9.9");
    }

    public void Dispose() => _bundles.Dispose();

    private async Task AssertStopsAsync(string named)
    {
        await using var service = new RunningService(null, _bundles.Setting);
        await service.StartAsync();
        var stopping = new TaskCompletionSource();
        service.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Contains(named, service.Models.Failure, StringComparison.Ordinal);
        Assert.False(service.Models.IsReady);
    }
}
