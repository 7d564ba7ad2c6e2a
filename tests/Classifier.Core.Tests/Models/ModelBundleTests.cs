using System.Text.Json.Nodes;
using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class ModelBundleTests(SharedBundle shared) : IDisposable
{
    private readonly BundleCopy _copy = new(shared);

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_shipped_bundle_agrees_with_itself()
    {
        var bundle = shared.Bundle;
        var labels = bundle.Manifest.Actors.Labels.Count + bundle.Manifest.Events.Labels.Count;
        Assert.Equal(labels, bundle.Tags.Labels);
        Assert.Equal(labels, bundle.Thresholds.Count);
        Assert.All(bundle.Thresholds, cut => Assert.InRange(cut, 0.01f, 0.99f));
        Assert.Equal(bundle.Taxonomy.StanceIds, bundle.Manifest.Stance.Labels);
        Assert.Equal(bundle.Manifest.Features.Buckets, bundle.Tags.Table.Buckets);
        Assert.Equal(Path.GetFileName(shared.Folder), bundle.Manifest.Version);
    }

    [Fact]
    public void The_models_have_the_weights_that_the_manifest_names()
    {
        var manifest = shared.Bundle.Manifest;
        var votes = MlNetModelReader.Read(Path.Combine(shared.Folder, manifest.EventVotes!.File));
        Assert.Equal(manifest.EventVotes.WeightHash, WeightHash.Of(votes));
        Assert.All(
            [manifest.Actors, manifest.Events, manifest.Stance, manifest.Language.Latin, manifest.Language.Arabic],
            m => Assert.Equal(m.WeightHash, WeightHash.Of(MlNetModelReader.Read(Path.Combine(shared.Folder, m.File)))));
    }

    [Theory]
    [InlineData(BundleFiles.Actors)]
    [InlineData(BundleFiles.Events)]
    [InlineData(BundleFiles.EventVotes)]
    [InlineData(BundleFiles.Stance)]
    [InlineData(BundleFiles.LanguageLatin)]
    [InlineData(BundleFiles.LanguageArabic)]
    public void A_flipped_bit_and_a_missing_model_are_refused(string file)
    {
        _copy.FlipBit(file);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, file, "SHA-256 differs");
        File.Delete(_copy.PathOf(file));
        _copy.AssertRefused(ErrorKind.FailedPrecondition, file, "is missing");
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_even_if_the_manifest_vouches_for_it()
    {
        File.WriteAllText(_copy.PathOf(BundleFiles.LanguageArabic), "no model");
        _copy.Edit(BundleManifest.FileName, m =>
            m["language"]!["arabic"]!["sha256"] = WeightHash.OfFile(_copy.PathOf(BundleFiles.LanguageArabic)));
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleFiles.LanguageArabic, "is not a readable ML.NET model");
    }

    [Fact]
    public void Another_lexicon_is_refused()
    {
        var file = Directory.EnumerateFiles(_copy.PathOf(BundleFiles.Lexicon)).First();
        File.AppendAllText(file, "negation\tnl\tniets\n");
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "is not the lexicon that the models were trained with");
        Directory.Delete(_copy.PathOf(BundleFiles.Lexicon), recursive: true);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, BundleFiles.Lexicon, "is missing");
    }

    [Fact]
    public void A_wrong_label_is_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["actors"]!["labels"]![0] = "football_club");
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "with other labels", shared.Bundle.Manifest.TaxonomyVersion);
    }

    [Fact]
    public void A_label_too_many_is_refused_with_both_numbers()
    {
        _copy.Edit(BundleManifest.FileName, m => m["stance"]!["labels"]!.AsArray().Add("mixed"));
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "stance.zip holds 3 models, the manifest names 4 labels");
    }

    [Fact]
    public void Shared_labels_that_are_no_actors_are_refused()
    {
        _copy.Edit(BundleManifest.FileName, m =>
        {
            m["events"]!["sharedLabels"]![0] = "football_club";
            m["eventVotes"]!["sharedLabels"]![0] = "football_club";
        });
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "with other labels");
    }

    [Fact]
    public void Votes_for_other_labels_than_the_events_are_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["eventVotes"]!["sharedLabels"] = null);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "events.votes.zip is for other labels than events.zip");
    }

    [Fact]
    public void A_null_among_shared_labels_is_refused()
    {
        _copy.Edit(BundleManifest.FileName, m => m["events"]!["sharedLabels"]![0] = null);
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "A label is null");
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("stance")]
    public void Only_files_of_events_share_labels(string family)
    {
        _copy.Edit(BundleManifest.FileName, m => m[family]!["sharedLabels"] = new JsonArray());
        _copy.AssertRefused(ErrorKind.FailedPrecondition, $"shares labels with {family}.zip");
    }

    [Fact]
    public void Actors_by_a_hidden_layer_have_no_place_beside_a_network()
    {
        _copy.Edit(BundleManifest.FileName, m =>
        {
            m["actors"]!["file"] = BundleFiles.Events;
            m["actors"]!["sha256"] = (string?)m["events"]!["sha256"];
            foreach (var label in m["events"]!["labels"]!.AsArray())
            {
                m["actors"]!["labels"]!.AsArray().Add((string?)label);
            }
        });
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, "which takes a hidden layer there and none in the actors' own file");
    }

    [Fact]
    public void A_manifest_of_another_table_size_is_refused_with_both_numbers()
    {
        var bits = shared.Bundle.Manifest.Features.Bits;
        _copy.Edit(BundleManifest.FileName, m => m["features"]!["bits"] = bits + 1);
        _copy.AssertRefused(
            ErrorKind.FailedPrecondition, $"weights of {1 << bits} buckets, the manifest names {2 << bits}");
    }

    /// <summary>A file that another program holds, or a drive does not give, is no damage to the bundle.</summary>
    [Theory]
    [InlineData(BundleManifest.FileName)]
    [InlineData(BundleFiles.Taxonomy)]
    [InlineData(BundleFiles.Events)]
    [InlineData(BundleFiles.EventVotes)]
    [InlineData(BundleFiles.LanguageArabic)]
    [InlineData("lexicon/en.tsv")]
    [InlineData("lexicon/glossary/en.tsv")]
    public void What_cannot_be_read_just_now_is_not_called_damaged(string file)
    {
        using (new FileStream(_copy.PathOf(file), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.True(FileTrouble.MayPass(Assert.ThrowsAny<IOException>(() => ModelBundle.Load(_copy.Folder))));
        }

        Assert.NotNull(ModelBundle.Load(_copy.Folder));
    }

    [Fact]
    public void Another_taxonomy_version_is_refused()
    {
        _copy.Edit(BundleFiles.Taxonomy, t => t["version"] = "77");
        _copy.AssertRefused(ErrorKind.FailedPrecondition, "but holds 77");
    }

    [Fact]
    public void A_missing_taxonomy_is_refused()
    {
        File.Delete(_copy.PathOf(BundleFiles.Taxonomy));
        _copy.AssertRefused(ErrorKind.NotFound, BundleFiles.Taxonomy);
    }

    [Fact]
    public void A_folder_without_a_bundle_is_refused()
    {
        var refusal = Assert.Throws<ClassifierException>(() => ModelBundle.Load(_copy.PathOf(BundleFiles.Lexicon)));
        Assert.Equal((ErrorKind.NotFound, "BUNDLE_MISSING"), (refusal.Kind, refusal.Reason));
    }
}
