using Classifier.Core.Models;
using Grpc.Core;

namespace Classifier.Service.Tests.Faults;

/// <summary>Bundles that come to harm under the running process, while calls come in.</summary>
public sealed class BundleFaultTests(BundleFaultTarget target) : IClassFixture<BundleFaultTarget>
{
    /// <summary>Calls that are answered before the next step is taken.</summary>
    private const int Calls = 20;

    private const string NotTheFile = " is missing or is not the file that the manifest names";

    /// <summary>By names that are also the versions of the bundles.</summary>
    private static readonly Dictionary<string, Fault> Table = new()
    {
        ["a truncated file"] = Of(BundleFolder.CutShort, BundleFiles.Events, "events.zip" + NotTheFile),
        ["a truncated manifest"] = Of(BundleFolder.CutShort, BundleManifest.FileName, "manifest.json is damaged"),
        ["a flipped bit in a model"] = Of(
            BundleFolder.FlipBit, BundleFiles.LanguageLatin, "language.latin.zip" + NotTheFile),
        ["a flipped bit in the glossary"] = Of(
            BundleFolder.FlipBit, "lexicon/glossary/nl.tsv", "lexicon is missing or is not the lexicon"),
        ["a missing file"] = Of(File.Delete, BundleFiles.Stance, "stance.zip" + NotTheFile),
        ["a format of another version"] = Of(
            path => BundleFolder.Replace(path, "\"formatVersion\": 1", "\"formatVersion\": 2"),
            BundleManifest.FileName, "manifest.json has format version 2; this program reads version 1"),
        ["golden rows that disagree"] = Of(
            path => BundleFolder.Replace(path, "\"languageScore\":0.9", "\"languageScore\":0.7"),
            BundleFiles.Golden, "golden.jsonl row 1: the loaded models give other scores"),
        ["a pointer to nothing"] = new(
            (bundles, next) => Directory.Delete(bundles.PathOf(next), true), "BUNDLE_MISSING", "There is no bundle"),
        ["a pointer that is empty"] = new(
            (bundles, _) => bundles.Point(""), "BUNDLE_INVALID", "does not name a version"),
        ["no pointer"] = new(
            (bundles, _) => File.Delete(bundles.PathOf(BundleFiles.Champion)), "BUNDLE_MISSING", "There is no pointer"),
    };

    public static TheoryData<string> Faults => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_new_bundle_with_a_fault_keeps_the_old_one_until_it_is_repaired(string next)
    {
        var (damage, reason, message) = Table[next];
        var old = await target.VersionAsync();
        using var load = new Load(target.Process.Client, 1);
        target.Bundles.Add(next);
        target.Bundles.Point(next);
        damage(target.Bundles, next);
        await AssertKeptAsync(load, old, reason, message);

        target.Bundles.Remove(next);
        target.Bundles.Add(next);
        target.Bundles.Point(next);
        await AssertLoadedAsync(load, next);
    }

    [Fact]
    public async Task A_bundle_that_is_deleted_while_it_serves_serves_on_until_it_is_back()
    {
        var version = await target.VersionAsync();
        using var load = new Load(target.Process.Client, 1);
        target.Bundles.Remove(version);
        await load.WaitForAnswersAsync(Calls);
        await AssertKeptAsync(load, version, "BUNDLE_MISSING", "There is no bundle");

        target.Bundles.Add(version);
        await AssertLoadedAsync(load, version);
    }

    private async Task AssertKeptAsync(Load load, string version, string reason, string message)
    {
        var answer = await target.ReloadAsync();
        var problem = Assert.Single(answer.Problems);
        Assert.Equal(("champion", version), (problem.Alias, answer.ModelVersion));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(("serving", version, reason), await target.HealthAsync());
        await load.WaitForAnswersAsync(load.Outcomes.Count + Calls);
        Assert.Equal(version, await target.VersionAsync());
    }

    private async Task AssertLoadedAsync(Load load, string version)
    {
        var answer = await target.ReloadAsync();
        Assert.Empty(answer.Problems);
        Assert.Equal(version, answer.ModelVersion);
        Assert.Equal(("serving", version, null), await target.HealthAsync());
        await load.WaitForAnswersAsync(load.Outcomes.Count + Calls);
        Assert.Equal(version, await target.VersionAsync());
        await load.StopAsync();
        Assert.All(load.Outcomes, o => Assert.Equal(StatusCode.OK, o.Code));
    }

    private static Fault Of(Action<string> damage, string file, string message) => new(
        (bundles, next) => damage(bundles.PathOf(Path.Combine(next, file))), "BUNDLE_INVALID", message);

    /// <summary>What happens to a bundle or its pointer, and what the service says of it.</summary>
    private sealed record Fault(Action<BundleFolder, string> Damage, string Reason, string Message);
}
