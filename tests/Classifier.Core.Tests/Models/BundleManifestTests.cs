using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class BundleManifestTests(SharedBundle shared) : IDisposable
{
    private readonly BundleCopy _copy = new(shared);

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_manifest_that_is_written_reads_back_the_same()
    {
        var path = _copy.PathOf(BundleManifest.FileName);
        var before = File.ReadAllText(path);
        BundleManifest.Read(_copy.Folder).Write(_copy.Folder);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("""{"formatVersion": 2, "somethingNew": true}""", "2")]
    [InlineData("""{"formatVersion": 0}""", "0")]
    [InlineData("""{"formatVersion": "two"}""", "two")]
    [InlineData("""{"formatVersion": 1.5}""", "1.5")]
    [InlineData("""{"version": "0.1.0"}""", "none")]
    [InlineData("[]", "none")]
    [InlineData("null", "none")]
    public void Another_format_is_refused_with_both_numbers(string json, string given)
    {
        File.WriteAllText(_copy.PathOf(BundleManifest.FileName), json);
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition,
            $"has format version {given};",
            $"reads version {BundleManifest.CurrentFormat}.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"formatVersion": 1}""")]
    [InlineData("""{"formatVersion": 1, "extra": 1}""")]
    [InlineData("""{"formatVer\ud83d": 1}""")]
    [InlineData("""{"formatVersion": "\ud83d"}""")]
    public void A_damaged_manifest_is_refused(string json)
    {
        File.WriteAllText(_copy.PathOf(BundleManifest.FileName), json);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, "is damaged");
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("features")]
    [InlineData("libraries")]
    public void A_part_that_is_null_is_damage(string part)
    {
        _copy.Edit(BundleManifest.FileName, m => m[part] = null);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, "is damaged");
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("events")]
    [InlineData("stance")]
    public void A_label_that_is_null_is_damage(string part)
    {
        _copy.Edit(BundleManifest.FileName, m => m[part]!["labels"]![0] = null);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, "A label is null");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../actors.zip")]
    [InlineData("/etc/passwd")]
    public void A_file_outside_the_folder_is_damage(string file)
    {
        _copy.Edit(BundleManifest.FileName, m => m["actors"]!["file"] = file);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleManifest.FileName, "is no file of the bundle's folder");
    }

    [Fact]
    public void A_window_without_end_is_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["features"]!["stanceWindow"] = int.MaxValue);
        _copy.AssertRefused(ErrorKind.InvalidArgument, "features.StanceWindow", "allowed is 1 to 100");
    }

    [Theory]
    [InlineData("has feature spec version 77;", FeatureSpec.CurrentVersion, "features")]
    [InlineData("has language spec version 77;", LanguageSpec.CurrentVersion, "language", "spec")]
    public void Another_version_of_a_spec_is_refused_though_it_looks_different(
        string message, int own, params string[] path)
    {
        _copy.Edit(BundleManifest.FileName, m =>
        {
            var spec = path.Aggregate(m, (node, name) => node[name]!);
            spec["version"] = 77;
            spec["somethingOld"] = 1;
        });
        _copy.AssertRefused(ErrorKind.FailedPrecondition, message, $"version {own}.");
    }

    [Fact]
    public void The_weight_hash_covers_every_model()
    {
        var manifest = shared.Bundle.Manifest;
        var other = manifest with { Stance = manifest.Stance with { WeightHash = "0" } };
        Assert.NotEqual(manifest.WeightHash, other.WeightHash);
    }
}
