using System.Text.Json.Nodes;
using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

/// <summary>Manifests and taxonomies that were changed; <see cref="ModelBundleTests"/> has the rest.</summary>
public sealed class BundleChecksTests(SharedBundle shared) : IDisposable
{
    private readonly BundleCopy _copy = new(shared);

    public void Dispose() => _copy.Dispose();

    [Theory]
    [InlineData("41", "41")]
    [InlineData("1", "1")]
    [InlineData("0", "0")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("\"NaN\"", "NaN")]
    public void A_threshold_that_is_no_probability_is_refused_with_its_range(string json, string told)
    {
        _copy.Edit(BundleManifest.FileName, m => m["actors"]!["thresholds"]!["sdf"] = JsonNode.Parse(json));
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, BundleManifest.FileName,
            $"actors.zip has threshold {told} for sdf; allowed is more than 0 and less than 1.");
    }

    [Fact]
    public void A_label_without_a_threshold_is_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["events"]!["thresholds"] = new JsonObject());
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, BundleManifest.FileName,
            "events.zip has no threshold for air_strike; each label needs one of more than 0 and less than 1.");
    }

    [Theory]
    [InlineData("actors", "actors.zip has threshold 0.5 for other, which is none of its labels: sdf, ")]
    [InlineData("stance", "stance.zip has threshold 0.5 for other, but nothing that is given by one.")]
    [InlineData("eventVotes", "events.votes.zip has threshold 0.5 for other, but nothing that is given by one.")]
    public void A_threshold_for_what_has_none_is_refused(string family, string message)
    {
        _copy.Edit(BundleManifest.FileName, m => m[family]!["thresholds"]!["other"] = 0.5);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, message);
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("events")]
    [InlineData("eventVotes")]
    [InlineData("stance")]
    [InlineData("language", "latin")]
    [InlineData("language", "arabic")]
    public void Another_weight_hash_is_refused_with_a_seal_and_without(params string[] path)
    {
        var file = FileAt(JsonNode.Parse(File.ReadAllText(_copy.PathOf(BundleManifest.FileName)))!, path);
        _copy.Edit(BundleManifest.FileName, m => FileAt(m, path)["weightHash"] = "deadbeef");
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, BundleManifest.FileName, $"of {file["file"]} are not", "now deadbeef");
        _copy.Edit(BundleManifest.FileName, m => FileAt(m, path).AsObject().Remove("seal"));
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition,
            $"{file["file"]} holds weights of hash {file["weightHash"]}, the manifest names deadbeef.");
    }

    [Fact]
    public void A_threshold_that_training_did_not_write_is_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["actors"]!["thresholds"]!["sdf"] = 0.466);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, "thresholds of actors.zip are not");
    }

    [Fact]
    public void A_bundle_from_before_there_were_seals_loads()
    {
        _copy.Edit(BundleManifest.FileName, m =>
        {
            m.AsObject().Remove("taxonomySha256");
            string[][] files =
            [
                ["actors"], ["events"], ["eventVotes"], ["stance"], ["language", "latin"], ["language", "arabic"],
            ];
            Assert.All(files, path => Assert.True(FileAt(m, path).AsObject().Remove("seal")));
        });
        Assert.Equal(shared.Bundle.Manifest.WeightHash, ModelBundle.Load(_copy.Folder).Manifest.WeightHash);
    }

    [Fact]
    public void Another_taxonomy_is_refused_though_its_labels_are_the_same()
    {
        _copy.Edit(BundleFiles.Taxonomy, t => t["maxEvents"] = 2);
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, BundleFiles.Taxonomy, "is not the taxonomy that the models were trained");
    }

    private static JsonNode FileAt(JsonNode manifest, IEnumerable<string> path) =>
        path.Aggregate(manifest, (node, name) => node[name]!);
}
