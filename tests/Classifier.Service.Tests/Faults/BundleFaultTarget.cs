using System.Text.Json.Nodes;
using Classifier.Fuzzing;
using Classifier.V1;

namespace Classifier.Service.Tests.Faults;

/// <summary>A process that serves a small bundle, which may come to harm, and loads nothing unasked.</summary>
public sealed class BundleFaultTarget(SmallBundle small) : IAsyncLifetime
{
    internal BundleFolder Bundles { get; } = new(small.Folder);

    internal RunningProcess Process { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Bundles.Add("sound");
        Bundles.Point("sound");
        Process = await RunningProcess.StartAsync(Bundles.Setting, "--Classifier:WatchSeconds=0");
        Process.ReadOn();
    }

    public ValueTask DisposeAsync()
    {
        Process?.Dispose();
        Bundles.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<ReloadResponse> ReloadAsync() => new ModelAdmin.ModelAdminClient(Process.Channel)
        .ReloadAsync(new(), cancellationToken: Cancel).ResponseAsync;

    /// <summary>The version that answers now.</summary>
    internal async Task<string> VersionAsync()
    {
        var answer = await Process.Client.TagDocumentAsync(new() { Text = Samples.Dutch }, cancellationToken: Cancel);
        return answer.ModelVersion;
    }

    /// <summary>What health says of the bundle; it throws where that is not healthy.</summary>
    internal async Task<(string? State, string? Version, string? NotLoaded)> HealthAsync()
    {
        var bundle = JsonNode.Parse(await Process.Rest.GetStringAsync("/healthz", Cancel))!["bundle"]!;
        return ((string?)bundle["state"], (string?)bundle["model_version"], (string?)bundle["not_loaded.champion"]);
    }
}
