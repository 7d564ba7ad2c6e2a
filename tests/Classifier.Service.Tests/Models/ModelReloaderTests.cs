using System.Text.Json.Nodes;
using Classifier.Core.Models;
using Classifier.V1;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Models;

/// <summary>Reloads of a running service from bundles that are sound or not.</summary>
public sealed class ModelReloaderTests(RunningService ready) : IAsyncLifetime
{
    private const string Next = "9.9.9";

    private readonly BundleFolder _bundles = new();
    private RunningService _service = null!;
    private ServiceMeters _meters = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = RunningService.WithoutModels(_bundles.Setting);
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
        _meters = new(_service.Services);
    }

    [Fact]
    public async Task A_sound_bundle_is_swapped_in_and_serves_on_when_it_is_deleted()
    {
        var bundle = _bundles.Add(Next);
        _bundles.Point(Next);
        _bundles.Challenge("canary", Next);
        var response = await ReloadAsync();
        Assert.Empty(response.Problems);
        Assert.Equal(Next, response.ModelVersion);
        Assert.Equal(("canary", Next), Assert.Single(response.Challengers.Select(c => (c.Alias, c.ModelVersion))));
        Assert.Equal(Next, (await TagAsync("")).ModelVersion);
        Assert.Same(_service.Models.Current, _service.Models.Choose("canary"));
        Assert.Equal(1, _meters.Sum("classifier.reloads", "swapped"));
        Assert.Equal(0, _meters.Read("classifier.models.not_loaded"));

        Directory.Delete(bundle, true);
        Assert.Equal(["champion", "canary"], (await ReloadAsync()).Problems.Select(p => p.Alias));
        Assert.Equal(2, _meters.Read("classifier.models.not_loaded"));
        Assert.Equal((Next, Next), ((await TagAsync("")).ModelVersion, (await TagAsync("canary")).ModelVersion));
    }

    [Fact]
    public async Task A_broken_challenger_by_the_name_of_champion_is_not_the_old_champion()
    {
        _bundles.Add(Next);
        _bundles.Point(Next);
        _bundles.Challenge("champion", "0.0.1");
        var response = await ReloadAsync();
        Assert.Equal(["champion"], response.Problems.Select(p => p.Alias));
        Assert.Equal(Next, response.ModelVersion);
        Assert.Empty(response.Challengers);
    }

    [Fact]
    public async Task A_truncated_file_keeps_the_old_bundle()
    {
        BundleFolder.CutShort(Path.Combine(_bundles.Add(Next), BundleFiles.Events));
        await AssertKeptAsync(BundleFiles.Events, "BUNDLE_INVALID");
    }

    [Fact]
    public async Task A_flipped_bit_keeps_the_old_bundle()
    {
        BundleFolder.FlipBit(Path.Combine(_bundles.Add(Next), BundleFiles.LanguageLatin));
        await AssertKeptAsync(BundleFiles.LanguageLatin, "BUNDLE_INVALID");
    }

    [Fact]
    public async Task A_format_of_another_version_keeps_the_old_bundle()
    {
        BundleFolder.Replace(
            Path.Combine(_bundles.Add(Next), BundleManifest.FileName), "\"formatVersion\": 1", "\"formatVersion\": 2");
        await AssertKeptAsync("has format version 2; this program reads version 1", "BUNDLE_INVALID");
    }

    [Fact]
    public async Task A_folder_under_a_false_name_keeps_the_old_bundle()
    {
        Directory.Move(_bundles.Add("1.1.1"), Path.Combine(_bundles.Folder, Next));
        await AssertKeptAsync("holds bundle 1.1.1", "BUNDLE_INVALID");
    }

    [Theory]
    [InlineData("8.8.8", "There is no bundle", "BUNDLE_MISSING")]
    [InlineData("", "does not name a version", "BUNDLE_INVALID")]
    [InlineData("../elsewhere", "does not name a version", "BUNDLE_INVALID")]
    public Task A_pointer_to_nothing_keeps_the_old_bundle(string version, string message, string reason) =>
        AssertKeptAsync(message, reason, version);

    [Fact]
    public async Task A_challenger_that_fails_leaves_the_rest()
    {
        _service.Models.Serve(new(ready.Models.Current, Named("old", "gone")), []);
        _bundles.Challenge("old", "8.8.8");
        _bundles.Challenge("new", "8.8.8");
        var response = await ReloadAsync();
        Assert.Equal(["champion", "new", "old"], response.Problems.Select(p => p.Alias));
        Assert.Equal("old", Assert.Single(response.Challengers).Alias);
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await _service.DisposeAsync();
        _bundles.Dispose();
    }

    private Dictionary<string, Core.PassageClassifier> Named(params string[] aliases) =>
        aliases.ToDictionary(a => a, _ => ready.Models.Current);

    private async Task AssertKeptAsync(string message, string reason, string version = Next)
    {
        _bundles.Point(version);
        var response = await ReloadAsync();
        var problem = Assert.Single(response.Problems);
        Assert.Equal("champion", problem.Alias);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(BundleFolder.Version, response.ModelVersion);
        Assert.Equal(BundleFolder.Version, (await TagAsync("")).ModelVersion);
        Assert.Equal(1, _meters.Sum("classifier.reloads", "kept"));
        await AssertHealthyWithAsync(reason);
    }

    private async Task AssertHealthyWithAsync(string reason)
    {
        var health = await new HealthClient(_service.Channel).CheckAsync(new(), cancellationToken: Cancel);
        Assert.Equal(ServingStatus.Serving, health.Status);
        var json = await _service.Rest.GetStringAsync("/healthz", Cancel);
        var bundle = JsonNode.Parse(json)!["bundle"]!;
        Assert.Equal(("serving", reason), ((string?)bundle["state"], (string?)bundle["not_loaded.champion"]));
        Assert.DoesNotContain(_bundles.Folder, json, StringComparison.Ordinal);
    }

    private Task<ReloadResponse> ReloadAsync() => new ModelAdmin.ModelAdminClient(_service.Channel)
        .ReloadAsync(new(), cancellationToken: Cancel).ResponseAsync;

    private Task<TagDocumentResponse> TagAsync(string model) => _service.Client.TagDocumentAsync(
        new() { Text = Samples.Dutch, Model = model }, cancellationToken: Cancel).ResponseAsync;
}
