namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>compare</c> command on the tiny corpus.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CompareCommandTests() => TinyModels.CopyTo(_folder.Path, withText: false);

    private string Recipe => _folder["recipe.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recipe_variants_and_baselines_stand_in_one_table_for_each_data_set()
    {
        var variants = _folder.Write("variants.json", """[{"name":"no words","change":{"features":{"words":0}}}]""");
        var card = _folder.Write("card.md", "# Card\n");
        var result = await Cli.RunAsync(
            "compare", "-r", Recipe, "--variants", variants, "--baselines", "--data", TinyModels.Corpus,
            "--card", card);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        foreach (var name in new[] { "recipe", "no words", "majority", "lexicon alone", "FeaturizeText, SDCA" })
        {
            Assert.Equal(2, result.Lines.Count(l => l.StartsWith($"| {name} | ", StringComparison.Ordinal)));
        }

        Assert.Contains("On the corpus's dev split (", result.Out, StringComparison.Ordinal);
        Assert.Contains("On tiny.jsonl (60 passages", result.Out, StringComparison.Ordinal);
        Assert.EndsWith($"## Comparison\n\n{result.Out}", File.ReadAllText(card), StringComparison.Ordinal);
    }

    /// <summary>The corpus is broken, so a run that got that far would tell of it.</summary>
    [Fact]
    public async Task A_card_that_cannot_be_written_is_told_before_the_work()
    {
        _folder.Write("corpus/tiny.jsonl", "{");
        Assert.Contains(
            "no model card nowhere.md",
            (await Cli.RunAsync("compare", "-r", Recipe, "--card", "nowhere.md")).Complaint(),
            StringComparison.Ordinal);
        Assert.Contains(
            $"--card {Recipe} would overwrite the input",
            (await Cli.RunAsync("compare", "-r", Recipe, "--card", Recipe)).Complaint(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        Assert.Contains(
            "no-such-program",
            (await Cli.RunAsync("compare", "-r", Recipe, "--fasttext", "no-such-program")).Complaint(),
            StringComparison.Ordinal);
        Assert.Contains(
            "nowhere.jsonl",
            (await Cli.RunAsync("compare", "-r", Recipe, "--data", "nowhere.jsonl")).Complaint(),
            StringComparison.Ordinal);
    }
}
