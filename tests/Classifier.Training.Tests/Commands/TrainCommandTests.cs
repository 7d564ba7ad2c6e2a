using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>train</c> command in a models folder of its own.</summary>
public sealed class TrainCommandTests(TinyBundle bundle) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Recipe => _folder["recipe.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recipe_in_gives_a_bundle_beside_it_and_its_weights_on_standard_output()
    {
        TinyModels.CopyTo(_folder.Path);
        var result = await Cli.RunAsync("train", "--recipe", Recipe);
        var folder = _folder["bundles/tiny"];
        Assert.Equal((0, $"weights {bundle.Manifest.WeightHash}\n"), (result.Exit, result.Out));
        Assert.EndsWith($"\nbundle tiny in {folder}\n", result.Err, StringComparison.Ordinal);
        GoldenCheck.Verify(new PassageClassifier(ModelBundle.Load(folder)), folder);
        Assert.True(File.Exists(Path.Combine(folder, BundleFiles.Metrics)));
    }

    [Fact]
    public async Task Without_text_the_champion_lends_its_identifier_and_that_is_said()
    {
        TinyModels.CopyTo(_folder.Path, withText: false);
        Champion();
        var result = await Cli.RunAsync("train", "--recipe", Recipe, "--output", _folder["new"]);
        Assert.Equal(0, result.Exit);
        Assert.Contains("the present bundle's identifier is kept", result.Err, StringComparison.Ordinal);
        Assert.Equal(bundle.Manifest.WeightHash, BundleManifest.Read(_folder["new"]).WeightHash);
    }

    [Fact]
    public async Task Without_text_and_champion_it_fails_before_the_work()
    {
        TinyModels.CopyTo(_folder.Path, withText: false);
        var result = await Cli.RunAsync("train", "--recipe", Recipe);
        Assert.Equal((1, ""), (result.Exit, result.Out));
        Assert.Contains("give --language-corpus", result.Err, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["bundles"]));
    }

    [Fact]
    public async Task Text_that_is_named_is_used_though_the_recipe_names_none()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["language"]!.AsObject().Remove("corpus"));
        var result =
            await Cli.RunAsync("train", "-r", Recipe, "-o", _folder["new"], "--language-corpus", _folder["text"]);
        Assert.Equal((0, $"weights {bundle.Manifest.WeightHash}\n"), (result.Exit, result.Out));
        var missing = await Cli.RunAsync("train", "-r", Recipe, "--language-corpus", _folder["nowhere"]);
        Assert.Contains("no folder", missing.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_bundle_is_not_replaced()
    {
        TinyModels.CopyTo(_folder.Path);
        var complaint = (await Cli.RunAsync("train", "-r", Recipe, "-o", _folder["corpus"])).Complaint();
        Assert.Contains("is no bundle; name another folder", complaint, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["corpus/tiny.jsonl"]));
    }

    [Fact]
    public async Task A_bundle_is_replaced_only_where_that_is_said()
    {
        TinyModels.CopyTo(_folder.Path);
        CopyBundle();
        var stale = _folder.Write("bundles/tiny/stale.txt", "of the bundle before");
        var complaint = (await Cli.RunAsync("train", "-r", Recipe)).Complaint();
        Assert.Contains(
            $"{_folder["bundles/tiny"]} holds a bundle already. Set a new 'version' in the recipe, which has tiny,",
            complaint,
            StringComparison.Ordinal);
        Assert.True(File.Exists(stale));
        Assert.Equal(0, (await Cli.RunAsync("train", "-r", Recipe, "--replace")).Exit);
        Assert.False(File.Exists(stale));
    }

    [Theory]
    [InlineData("champion")]
    [InlineData("challengers/next")]
    public async Task A_bundle_that_services_load_is_not_replaced_at_all(string name)
    {
        TinyModels.CopyTo(_folder.Path);
        CopyBundle();
        var path = _folder.Write($"bundles/{name}", "tiny\n");
        var complaint = (await Cli.RunAsync(
            "train", "-r", Recipe, "--replace", "-o", _folder["bundles/tiny/"])).Complaint();
        Assert.Contains($"is the bundle that {path} names", complaint, StringComparison.Ordinal);
        Assert.Equal(bundle.Manifest.WeightHash, BundleManifest.Read(_folder["bundles/tiny"]).WeightHash);
    }

    /// <summary>The place is free when the run begins.</summary>
    [Fact]
    public async Task A_bundle_that_comes_into_the_place_while_another_is_trained_stays()
    {
        TinyModels.CopyTo(_folder.Path);
        var exit = await Cli.StopAsync(
            _ => { },
            _folder["bundles/tiny.draft"],
            _ =>
            {
                CopyBundle();
                _folder.Write("bundles/champion", "tiny\n");
                return Task.CompletedTask;
            },
            "train", "-r", Recipe, "--replace");
        Assert.Equal(1, exit);
        Assert.Equal(
            File.ReadAllText(Path.Combine(bundle.Folder, BundleManifest.FileName)),
            File.ReadAllText(_folder[$"bundles/tiny/{BundleManifest.FileName}"]));
        Assert.False(Directory.Exists(_folder["bundles/tiny.draft"]));
    }

    [Theory]
    [InlineData("--report")]
    [InlineData("--report-language")]
    [InlineData("--recipe")]
    public async Task Standard_input_is_no_file_to_train_from(string option)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file.");
        TinyModels.CopyTo(_folder.Path);
        string[] recipe = option == "--recipe" ? [] : ["--recipe", Recipe];
        var complaint = (await Cli.RunAsync(["train", .. recipe, option, "/dev/stdin"])).Complaint();
        Assert.StartsWith(
            $"classifier: {option} /dev/stdin is a pipe, a terminal or the like", complaint, StringComparison.Ordinal);
    }

    /// <summary>The corpus is broken, so a run that got that far would tell of it.</summary>
    [Fact]
    public async Task A_file_in_the_bundles_place_is_told_before_the_corpus_is_read()
    {
        TinyModels.CopyTo(_folder.Path);
        _folder.Write("corpus/tiny.jsonl", "{");
        var complaint = (await Cli.RunAsync("train", "-r", Recipe, "-o", Recipe)).Complaint();
        Assert.Contains($"{Recipe} is a file, and a bundle is a folder", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_on_further_files_go_into_the_card_and_the_metrics()
    {
        TinyModels.CopyTo(_folder.Path);
        var lines = _folder.WriteLines("lines.jsonl", """{"text":"De kinderen speelden in de tuin.","lang":"nl"}""");
        var result = await Cli.RunAsync(
            "train", "-r", Recipe, "-o", _folder["new"], "--report", TinyModels.Corpus, "--report-language", lines);
        Assert.Equal(0, result.Exit);
        var metrics = JsonNode.Parse(File.ReadAllText(_folder["new/metrics.json"]))!.AsArray();
        Assert.Equal([8, 60, 1], metrics.Select(m => (int)m!["rows"]!));
        Assert.Equal("tiny.jsonl", (string?)metrics[1]!["data"]);
        var card = File.ReadAllText(_folder["new/MODEL_CARD.md"]);
        Assert.Contains("## Results on tiny.jsonl", card, StringComparison.Ordinal);
        Assert.Contains("## Language identification on lines.jsonl", card, StringComparison.Ordinal);
        Assert.Contains(bundle.Manifest.WeightHash, card, StringComparison.Ordinal);
        var missing = await Cli.RunAsync("train", "-r", Recipe, "-o", _folder["other"], "--report", "nowhere.jsonl");
        Assert.Contains("nowhere.jsonl", missing.Complaint(), StringComparison.Ordinal);
    }

    /// <summary>Loops over all cores wrap what goes wrong inside them.</summary>
    [Theory]
    [InlineData("zzz", "names languages that the text lacks: zzz")]
    [InlineData("deu", "every class needs a row, and none has other.")]
    public async Task Languages_that_cannot_be_trained_end_in_one_line(string file, string what)
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["language"]!["latin"]!["german"] = new JsonArray(file));
        var result = await Cli.RunAsync("train", "-r", Recipe);
        Assert.Equal((1, ""), (result.Exit, result.Out));
        var complaint = Assert.Single(
            result.Err.Split('\n')[..^1], l => !l.StartsWith("Thin data: ", StringComparison.Ordinal));
        Assert.StartsWith("classifier: ", complaint, StringComparison.Ordinal);
        Assert.Contains(what, complaint, StringComparison.Ordinal);
    }

    /// <summary>Whatever is trained after it would be lost.</summary>
    [Fact]
    public async Task Text_that_cannot_be_read_is_told_by_name_before_anything_is_fitted()
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            """{"trainer":"network","iterations":1000,"network":{"units":64,"members":4}}"""));
        var file = _folder.WriteLines("text/nld.txt.gz", "plain text");
        var result = await Cli.RunAsync("train", "-r", Recipe);
        Assert.Equal((1, ""), (result.Exit, result.Out));
        Assert.Contains($"classifier: {file} is not zipped, as its name says", result.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_corpus_is_thin_in_is_said_and_trained_all_the_same()
    {
        TinyModels.CopyTo(_folder.Path);
        var rows = File.ReadAllLines(_folder["corpus/tiny.jsonl"])
            .Where(l => !l.Contains("\"test\"", StringComparison.Ordinal));
        File.WriteAllLines(_folder["corpus/tiny.jsonl"], rows);
        var result = await Cli.RunAsync("train", "-r", Recipe);
        Assert.Equal(0, result.Exit);
        Assert.Contains("Thin data: no row of split 'train' has events ", result.Err, StringComparison.Ordinal);
        Assert.Contains("Thin data: no row has split 'test'", result.Err, StringComparison.Ordinal);
    }

    /// <summary>The lexicon is broken, so a run that got that far would tell of it.</summary>
    [Fact]
    public async Task A_stance_that_no_row_takes_is_named_before_the_work()
    {
        TinyModels.CopyTo(_folder.Path);
        File.WriteAllText(_folder["lexicon/tiny.tsv"], "bad\n");
        var file = _folder["corpus/tiny.jsonl"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"favor\"", "\"neutral\"", StringComparison.Ordinal));
        var result = await Cli.RunAsync("train", "-r", Recipe);
        Assert.Contains(
            "The training rows of stance hold 2 of 3 classes; every class needs a row, and none has favor.",
            result.Err,
            StringComparison.Ordinal);
    }

    private void Champion()
    {
        _folder.Write("bundles/champion", "tiny\n");
        CopyBundle();
    }

    private void CopyBundle()
    {
        foreach (var file in Directory.EnumerateFiles(bundle.Folder))
        {
            Directory.CreateDirectory(_folder["bundles/tiny"]);
            File.Copy(file, Path.Combine(_folder["bundles/tiny"], Path.GetFileName(file)));
        }
    }
}
