namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>coverage</c> command on the tiny corpus and its lexicon.</summary>
public sealed class CoverageCommandTests
{
    private static readonly string Recipe = Path.Combine(TinyModels.Source, "recipe.json");

    [Fact]
    public async Task Every_label_has_its_share_in_every_language()
    {
        var result = await Cli.RunAsync("coverage", TinyModels.Corpus, "-r", Recipe);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.StartsWith("60 rows", result.Out, StringComparison.Ordinal);
        foreach (var label in new[] { "sdf", "islamic_state", "air_strike", "displacement" })
        {
            var line =
                Assert.Single(result.Lines, l => l.TrimStart().StartsWith(label + " ", StringComparison.Ordinal));
            Assert.Equal(5, line.Count(c => c == '('));
        }
    }

    [Fact]
    public async Task A_concept_that_names_no_label_is_refused()
    {
        using var folder = new TempFolder();
        TinyModels.CopyTo(folder.Path, withText: false);
        File.AppendAllText(folder["lexicon/tiny.tsv"], "actor.sdfx\ten\tSDF\n");
        var result = await Cli.RunAsync("coverage", TinyModels.Corpus, "-r", folder["recipe.json"]);
        Assert.Contains(
            "row 'actor.sdfx', en, 'SDF' names no actor of taxonomy", result.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => Assert.Contains(
        "nowhere.jsonl",
        (await Cli.RunAsync("coverage", "nowhere.jsonl", "-r", Recipe)).Complaint(),
        StringComparison.Ordinal);
}
