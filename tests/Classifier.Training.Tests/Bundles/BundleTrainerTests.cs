using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Training.Bundles;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Tests.Bundles;

/// <summary>Bundles trained from nothing, in a folder of their own.</summary>
public sealed class BundleTrainerTests(TinyBundle first) : IDisposable
{
    private const string Dev = "\"split\": \"dev\"";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_recipe_gives_the_same_weights_in_another_folder()
    {
        TinyModels.CopyTo(_folder.Path);
        var second = TinyModels.Train(_folder.Path, _folder["bundle"]);
        Assert.Equal(Hashes(first.Manifest), Hashes(second));
        Assert.Equal(first.Manifest.WeightHash, BundleManifest.Read(_folder["bundle"]).WeightHash);
        Assert.Equal(first.Manifest.Actors.Thresholds, second.Actors.Thresholds);
        Assert.Equal(first.Manifest.Corpus, second.Corpus);
        Assert.Equal(
            File.ReadAllText(Path.Combine(first.Folder, "golden.jsonl")),
            File.ReadAllText(_folder["bundle/golden.jsonl"]));
        Assert.Equal(
            File.ReadAllText(Path.Combine(first.Folder, "metrics.json")),
            File.ReadAllText(_folder["bundle/metrics.json"]));
    }

    [Fact]
    public void Another_seed_gives_other_weights()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["seed"] = 8);
        Assert.NotEqual(first.Manifest.WeightHash, TinyModels.Train(_folder.Path, _folder["bundle"]).WeightHash);
    }

    [Fact]
    public void Thresholds_hang_on_the_dev_rows_that_are_excerpts_and_weights_do_not()
    {
        TinyModels.CopyTo(_folder.Path);
        var lines = File.ReadAllLines(_folder["corpus/tiny.jsonl"]);
        var row = Array.FindIndex(
            lines,
            l => l.Contains(Dev, StringComparison.Ordinal) && l.Contains("\"actors\": [\"", StringComparison.Ordinal));
        lines[row] = lines[row].Replace(Dev, $"\"excerpt\": true, {Dev}", StringComparison.Ordinal);
        File.WriteAllLines(_folder["corpus/tiny.jsonl"], lines);
        var marked = TinyModels.Train(_folder.Path, _folder["bundle"]);
        Assert.Equal(first.Manifest.WeightHash, marked.WeightHash);
        Assert.NotEqual(first.Manifest.Actors.Thresholds, marked.Actors.Thresholds);
    }

    [Fact]
    public void A_bundle_loads_agrees_with_its_golden_rows_and_tags()
    {
        var classifier = new PassageClassifier(ModelBundle.Load(first.Folder));
        GoldenCheck.Verify(classifier, first.Folder);
        var tags = classifier.Tag("De strijders van de SDF arresteerden zeven IS-strijders bij het kamp.", new());
        Assert.Equal("nl", tags.Language.Tag);
        Assert.Contains("sdf", tags.Actors.Select(a => a.Label));
        Assert.All(tags.Actors, a => Assert.InRange(a.Score, 0, 1));
    }

    [Fact]
    public void Votes_of_words_are_a_file_of_the_bundle_and_serving_counts_them_as_training_does()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            """{"trainer":"network","iterations":20,"network":{"units":6,"members":2,"sums":4,"rate":0.02,"votes":5}}"""));
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"]);
        Assert.Equal(BundleFiles.EventVotes, manifest.EventVotes!.File);
        Assert.Null(first.Manifest.EventVotes);
        var bundle = ModelBundle.Load(_folder["bundle"]);
        GoldenCheck.Verify(new(bundle), _folder["bundle"]);
        var weights = MlNetModelReader.Read(_folder["bundle/events.zip"]) with
        {
            Votes = MlNetModelReader.Read(_folder["bundle/events.votes.zip"])
        };
        var rows = CorpusReader.Read(_folder["corpus"]);
        var trained = FamilyScores.OfLabels(weights, PassageVectors.OfPassages(rows, bundle.Extractor));
        var without =
            FamilyScores.OfLabels(weights with { Votes = null }, PassageVectors.OfPassages(rows, bundle.Extractor));
        for (var row = 0; row < rows.Count; row++)
        {
            var served = new PassageClassifier(bundle).Probabilities(
                rows[row].Text, Languages.IndexOf(rows[row].Lang), rows[row].When);
            Assert.All(
                Enumerable.Range(0, 12),
                e => Assert.Equal(trained[e][row], served[manifest.Actors.Labels.Count + e], 1e-3));
        }

        Assert.Contains(
            trained.SelectMany(t => t).Zip(without.SelectMany(w => w)), p => Math.Abs(p.First - p.Second) > 0.01);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","votes":5,"voters":2""")]
    public void Networks_that_answer_on_actors_as_well_serve_as_training_scores(string votes)
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            $$$"""{"trainer":"network","iterations":20,"network":{"actors":true,"units":6,"members":2,"sums":4,"rate":0.02{{{votes}}}}}"""));
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"]);
        Assert.Equal(manifest.Actors.Labels, manifest.Events.SharedLabels);
        Assert.Equal(votes.Length > 0 ? manifest.Actors.Labels : null, manifest.EventVotes?.SharedLabels);
        Assert.Equal(first.Manifest.Actors.WeightHash, manifest.Actors.WeightHash);
        var bundle = ModelBundle.Load(_folder["bundle"]);
        var weights = MlNetModelReader.Read(_folder["bundle/events.zip"]) with
        {
            Votes = votes.Length > 0 ? MlNetModelReader.Read(_folder["bundle/events.votes.zip"]) : null,
            Beside = MlNetModelReader.Read(_folder["bundle/actors.zip"]),
        };
        var rows = CorpusReader.Read(_folder["corpus"]);
        var trained = FamilyScores.OfLabels(weights, PassageVectors.OfPassages(rows, bundle.Extractor));
        for (var row = 0; row < rows.Count; row++)
        {
            var served = new PassageClassifier(bundle).Probabilities(
                rows[row].Text, Languages.IndexOf(rows[row].Lang), rows[row].When);
            Assert.All(served.Select((p, label) => (p, label)), s => Assert.Equal(trained[s.label][row], s.p, 1e-3));
        }
    }

    [Fact]
    public void A_manifest_that_shares_labels_where_none_are_is_refused()
    {
        TinyModels.CopyTo(_folder.Path);
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"]);
        (manifest with { Events = manifest.Events with { SharedLabels = manifest.Actors.Labels } }).Write(
            _folder["bundle"]);
        var error = Assert.Throws<ClassifierException>(() => ModelBundle.Load(_folder["bundle"]));
        Assert.Contains(
            "events.zip holds 12 models, the manifest names 17 labels", error.Message, StringComparison.Ordinal);
        (manifest with { Stance = manifest.Stance with { SharedLabels = [] } }).Write(_folder["bundle"]);
        error = Assert.Throws<ClassifierException>(() => ModelBundle.Load(_folder["bundle"]));
        Assert.Contains("shares labels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_that_belong_to_another_network_are_refused()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            """{"trainer":"network","iterations":1,"network":{"units":6,"members":2,"sums":4,"votes":5}}"""));
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"]);
        (manifest with
        {
            EventVotes = manifest.EventVotes! with
            {
                File = BundleFiles.Events,
                Sha256 = manifest.Events.Sha256
            }
        }).Write(_folder["bundle"]);
        var error = Assert.Throws<ClassifierException>(() => ModelBundle.Load(_folder["bundle"]));
        Assert.Contains(
            "events.zip is no votes over units over the 4 sums of events", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_tells_what_the_bundle_is_made_of()
    {
        var manifest = BundleManifest.Read(first.Folder);
        Assert.Equal(("tiny", 7, 44), (manifest.Version, manifest.Seed, manifest.Corpus.Rows));
        Assert.Equal(
            (5, 12, 3), (manifest.Actors.Labels.Count, manifest.Events.Labels.Count, manifest.Stance.Labels.Count));
        Assert.Equal(["en", "nl", "kmr", "turkish", "noise", "other"], manifest.Language.Latin.Labels);
        Assert.Equal(["ckb", "persian", "other"], manifest.Language.Arabic.Labels);
        Assert.Equal(40 + 44, manifest.Language.Corpus.Rows);
        Assert.Equal(manifest.Actors.Labels, manifest.Actors.Thresholds.Keys);
        Assert.Contains("Microsoft.ML", manifest.Libraries.Keys);
    }

    [Fact]
    public void A_manifest_is_sealed_and_tells_its_taxonomy()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            """{"trainer":"network","iterations":1,"network":{"actors":true,"units":6,"members":2,"sums":4,"votes":5}}"""));
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"]);
        ModelFile[] files =
        [
            manifest.Actors, manifest.Events, manifest.EventVotes!, manifest.Stance,
            manifest.Language.Latin, manifest.Language.Arabic,
        ];
        Assert.All(files, f => Assert.Equal(f.Sealed().Seal, f.Seal));
        Assert.Equal(WeightHash.OfFile(_folder["bundle/taxonomy.json"]), manifest.TaxonomySha256);
    }

    [Fact]
    public void A_recipe_that_is_edited_during_the_run_is_told_as_the_bundle_has_it()
    {
        TinyModels.CopyTo(_folder.Path);
        var recipe = _folder["recipe.json"];
        var edits = new EditingProgress(() => File.AppendAllText(recipe, "\n"));
        var trainer = new BundleTrainer(RecipeInputs.Read(recipe), edits);
        var manifest = trainer.Train(_folder["bundle"], _folder["text"], null);
        Assert.Equal(WeightHash.OfFile(_folder["bundle/recipe.json"]), manifest.RecipeSha256);
        Assert.NotEqual(WeightHash.OfFile(recipe), manifest.RecipeSha256);
    }

    /// <summary>Reading text takes long, and the lexicon is copied right after it is read.</summary>
    [Fact]
    public void The_lexicon_is_read_behind_the_text()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["language"]!["latin"]!["german"] = new JsonArray("zzz"));
        _folder.Write("lexicon/tiny.tsv", "bad\n");
        var error = Assert.Throws<ClassifierException>(() => TinyModels.Train(_folder.Path, _folder["bundle"]));
        Assert.Contains("the text lacks: zzz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_text_the_identifier_of_the_bundle_before_is_kept()
    {
        TinyModels.CopyTo(_folder.Path, withText: false);
        TinyModels.Change(_folder.Path, r => r["actors"]!["iterations"] = 5);
        var manifest = TinyModels.Train(_folder.Path, _folder["bundle"], withText: false, previous: first.Folder);
        Assert.Equivalent(first.Manifest.Language, manifest.Language, strict: true);
        Assert.NotEqual(first.Manifest.Actors.WeightHash, manifest.Actors.WeightHash);
        GoldenCheck.Verify(new PassageClassifier(ModelBundle.Load(_folder["bundle"])), _folder["bundle"]);
    }

    [Fact]
    public void A_bundle_can_be_trained_over_itself()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Train(_folder.Path, _folder["bundle"]);
        var again = TinyModels.Train(_folder.Path, _folder["bundle"], withText: false, previous: _folder["bundle"]);
        Assert.Equal(first.Manifest.WeightHash, again.WeightHash);
        Assert.Equal(first.Manifest.WeightHash, ModelBundle.Load(_folder["bundle"]).Manifest.WeightHash);
    }

    /// <summary>Does something as soon as the fitting begins.</summary>
    private sealed class EditingProgress(Action edit) : IProgressSink
    {
        public IProgressStep Begin(string name, long total)
        {
            edit();
            return new SilentProgress();
        }
    }

    private static string[] Hashes(BundleManifest manifest) =>
    [
        manifest.Actors.WeightHash, manifest.Events.WeightHash, manifest.Stance.WeightHash,
        manifest.Language.Latin.WeightHash, manifest.Language.Arabic.WeightHash, manifest.WeightHash,
    ];
}
