using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Bundles;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Bundles;

/// <summary>What training refuses before it writes anything.</summary>
public sealed class TrainingChecksTests(TinyBundle bundle)
{
    [Fact]
    public void Rows_of_train_and_dev_are_enough() =>
        TrainingChecks.Rows([Rows.Good, Rows.Good with { Split = "dev" }]);

    [Theory]
    [InlineData("train", "No row has split 'dev'")]
    [InlineData("dev", "No row has split 'train'")]
    [InlineData("all", "Row a has split 'all'; allowed are train, dev, test.")]
    [InlineData(null, "Row a has split ''; allowed are train, dev, test.")]
    public void Rows_of_one_split_alone_or_of_none_are_refused(string? split, string message) => Assert.StartsWith(
        message,
        Refusal(() => TrainingChecks.Rows([Rows.Good with { Split = split }])),
        StringComparison.Ordinal);

    [Fact]
    public void Files_to_report_on_must_be_there_and_good()
    {
        using var folder = new TempFolder();
        var taxonomy = Rows.Taxonomy;
        var bad = folder.WriteLines(
            "bad.jsonl", """{"id":"a","lang":"nl","text":"x","actors":[],"events":["picnic"],"stance":{}}""");
        TrainingChecks.Reports(
            [TinyModels.Corpus], [folder.WriteLines("good.jsonl", """{"text":"x","lang":"nl"}""")], taxonomy);
        Assert.Contains(
            "'picnic'", Refusal(() => TrainingChecks.Reports([bad], [], taxonomy)), StringComparison.Ordinal);
        Assert.Contains(
            "recipe.json:1",
            Refusal(() => TrainingChecks.Reports([], [TinyModels.Source + "/recipe.json"], taxonomy)),
            StringComparison.Ordinal);
        Assert.Contains(
            "nowhere", Refusal(() => TrainingChecks.Reports(["nowhere"], [], taxonomy)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_or_a_bundle_before_is_enough()
    {
        TrainingChecks.Identifier("text", null);
        TrainingChecks.Identifier(null, bundle.Folder);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nowhere")]
    public void Neither_text_nor_a_bundle_is_refused_with_the_mend(string? previous) => Assert.Contains(
        "give --language-corpus", Refusal(() => TrainingChecks.Identifier(null, previous)), StringComparison.Ordinal);

    [Fact]
    public void A_bundle_of_another_version_is_refused_before_anything_is_fitted()
    {
        using var folder = new TempFolder();
        var manifest = File.ReadAllText(Path.Combine(bundle.Folder, BundleManifest.FileName));
        folder.Write(
            BundleManifest.FileName,
            manifest.Replace("\"formatVersion\": ", "\"formatVersion\": 9", StringComparison.Ordinal));
        var message = Refusal(() => TrainingChecks.Identifier(null, folder.Path));
        Assert.Contains("has format version 9", message, StringComparison.Ordinal);
        Assert.EndsWith("give --language-corpus.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_run_writes_nothing()
    {
        using var folder = new TempFolder();
        TinyModels.CopyTo(folder.Path, withText: false);
        Refusal(() => TinyModels.Train(folder.Path, folder["bundle"], withText: false));
        Assert.False(Directory.Exists(folder["bundle"]));
    }

    private static string Refusal(Action training) => Assert.Throws<ClassifierException>(training).Message;
}
