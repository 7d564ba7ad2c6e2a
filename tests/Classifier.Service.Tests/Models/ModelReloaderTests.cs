using System.Text.Json.Nodes;
using Classifier.Core.Models;
using Classifier.Service.Models;
using Classifier.V1;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests.Models;

/// <summary>Reloads of a running service from bundles that are sound or not.</summary>
public sealed class ModelReloaderTests(RunningService ready) : IAsyncLifetime
{
    private const string Next = "9.9.9";

    private readonly BundleFolder _bundles = new();
    private readonly ListLogger<ModelReloader> _log = new();
    private RunningService _service = null!;
    private ServiceMeters _meters = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = RunningService.WithoutModels(
            services => services.AddSingleton<ILogger<ModelReloader>>(_log),
            _bundles.Setting, "--Classifier:WatchSeconds=0");
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
    [InlineData("\"sdf\": 0.", "\"sdf\": 41.", "actors.zip has threshold 41.")]
    [InlineData("\"air_strike\": 0.", "\"air_strikes\": 0.", "events.zip has no threshold for air_strike")]
    [InlineData("\"air_strike\": 0.", "\"air_strike\": 0.9", "thresholds of events.zip are not those that training")]
    [InlineData("\"weightHash\": \"", "\"weightHash\": \"0", "weight hash")]
    public async Task A_manifest_that_was_changed_keeps_the_old_bundle(string old, string @new, string message)
    {
        BundleFolder.Replace(Path.Combine(_bundles.Add(Next), BundleManifest.FileName), old, @new);
        await AssertKeptAsync(message, "BUNDLE_INVALID");
    }

    [Fact]
    public async Task Another_taxonomy_keeps_the_old_bundle()
    {
        BundleFolder.Replace(Path.Combine(_bundles.Add(Next), BundleFiles.Taxonomy), "Democratic Forces", "Forces");
        await AssertKeptAsync("is not the taxonomy that the models were trained with", "BUNDLE_INVALID");
    }

    [Theory]
    [InlineData(BundleManifest.FileName)]
    [InlineData(BundleFiles.Actors)]
    [InlineData(BundleFiles.Golden)]
    public async Task A_file_that_cannot_be_read_just_now_is_tried_again(string file)
    {
        var path = Path.Combine(_bundles.Add(Next), file);
        var reloader = _service.Services.GetRequiredService<ModelReloader>();
        using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            await AssertKeptAsync(path, "BUNDLE_UNREADABLE");
            Assert.True(await reloader.RetryAsync(Cancel));
            Assert.Single(_log.Lines, l => l.Contains("was not loaded", StringComparison.Ordinal));
        }

        Assert.Equal((true, false), (await reloader.RetryAsync(Cancel), await reloader.RetryAsync(Cancel)));
        Assert.Equal(Next, (await TagAsync("")).ModelVersion);
        Assert.Empty(_service.Models.Problems);
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

    [Theory]
    [InlineData("nowhere")]
    [InlineData("challengers")]
    public async Task Challengers_stay_while_their_folder_cannot_be_listed(string linkTo)
    {
        _service.Models.Serve(new(ready.Models.Current, Named("next", "canary")), []);
        _bundles.Add(Next);
        _bundles.Point(Next);
        var folder = Path.Combine(_bundles.Folder, BundleFiles.Challengers);
        Directory.CreateSymbolicLink(folder, linkTo);
        var response = await ReloadAsync();
        var problem = Assert.Single(response.Problems);
        Assert.Equal("challengers", problem.Alias);
        Assert.Contains(folder, problem.Message, StringComparison.Ordinal);
        Assert.Equal(Next, response.ModelVersion);
        Assert.Equal(BundleFolder.Version, (await TagAsync("next")).ModelVersion);
        Assert.Equal(BundleFolder.Version, (await TagAsync("canary")).ModelVersion);
        Assert.Equal(1, _meters.Sum("classifier.reloads", "partly"));
        await AssertHealthyWithAsync("CHALLENGERS_UNREADABLE", "challengers");
        var kept = $"those served stay: next {BundleFolder.Version}, canary {BundleFolder.Version}. {folder}";
        Assert.Contains(_log.Lines, l => l.Contains(kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_challenger_that_is_taken_away_is_told()
    {
        _service.Models.Serve(new(ready.Models.Current, Named("next")), []);
        Assert.Empty((await ReloadAsync()).Challengers);
        Assert.Contains(
            $"next is served no more, its pointer is gone; it was bundle {BundleFolder.Version}", _log.Lines);
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

    private async Task AssertHealthyWithAsync(string reason, string alias = "champion")
    {
        var health = await new HealthClient(_service.Channel).CheckAsync(new(), cancellationToken: Cancel);
        Assert.Equal(ServingStatus.Serving, health.Status);
        var json = await _service.Rest.GetStringAsync("/healthz", Cancel);
        var bundle = JsonNode.Parse(json)!["bundle"]!;
        Assert.Equal(("serving", reason), ((string?)bundle["state"], (string?)bundle[$"not_loaded.{alias}"]));
        Assert.DoesNotContain(_bundles.Folder, json, StringComparison.Ordinal);
    }

    private Task<ReloadResponse> ReloadAsync() => new ModelAdmin.ModelAdminClient(_service.Channel)
        .ReloadAsync(new(), cancellationToken: Cancel).ResponseAsync;

    private Task<TagDocumentResponse> TagAsync(string model) => _service.Client.TagDocumentAsync(
        new() { Text = Samples.Dutch, Model = model }, cancellationToken: Cancel).ResponseAsync;
}
