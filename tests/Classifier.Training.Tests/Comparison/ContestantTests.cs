using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Comparison;
using Classifier.Training.Corpus;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Comparison;

/// <summary>Every way to tag, on the tiny corpus.</summary>
public sealed class ContestantTests
{
    private readonly TaxonomyCatalog _taxonomy = TaxonomyCatalog.Read(Path.Combine(TinyModels.Source, "taxonomy.json"));
    private readonly IReadOnlyList<LexiconEntry> _entries =
        LexiconReader.ReadFolder(Path.Combine(TinyModels.Source, "lexicon"));
    private readonly List<CorpusRow> _corpus = CorpusReader.Read(TinyModels.Corpus);

    [Fact]
    public void All_give_a_verdict_for_each_row_with_a_stance_toward_each_true_actor()
    {
        var recipe = Recipe.Read(Path.Combine(TinyModels.Source, "recipe.json"));
        IContestant[] all =
        [
            new RecipeContestant("recipe", recipe, _taxonomy, _entries, new(_entries)),
            new MajorityContestant(_taxonomy),
            new LexiconContestant(_taxonomy, new(_entries)), new FeaturizeTextContestant(_taxonomy, 1),
            new PerLanguageContestant("each", () => new LexiconContestant(_taxonomy, new(_entries))),
        ];
        foreach (var contestant in all)
        {
            var verdicts = contestant.Learn(_corpus)(_corpus);
            Assert.Equal(_corpus.Count, verdicts.Count);
            Assert.All(verdicts.Zip(_corpus), p => Assert.Equal(p.Second.Actors.Order(), p.First.Stance.Keys.Order()));
            Assert.All(verdicts, v => Assert.InRange(v.Events.Count, 0, _taxonomy.MaxEvents));
        }
    }

    [Fact]
    public void The_recipe_learns_what_it_has_seen()
    {
        var recipe = Recipe.Read(Path.Combine(TinyModels.Source, "recipe.json"));
        var own = Score(new RecipeContestant("recipe", recipe, _taxonomy, _entries, new(_entries)));
        var majority = Score(new MajorityContestant(_taxonomy));
        Assert.All(
            ContestScores.Families, f => Assert.True(own[f, "all"]!.MacroF1() > majority[f, "all"]!.MacroF1(), f));
    }

    [Fact]
    public void The_majority_is_that_of_the_train_split()
    {
        var train = _corpus.Where(r => r.Split == Splits.Train).ToList();
        var verdict = new MajorityContestant(_taxonomy).Learn(_corpus)(_corpus)[0];
        var counts = train.SelectMany(r => r.Actors).CountBy(a => a).ToDictionary();
        Assert.Equal(counts.Values.Max(), counts[Assert.Single(verdict.Actors)]);
    }

    [Fact]
    public void Contestants_for_each_language_give_their_verdicts_in_the_rows_order()
    {
        var lexicon = new LexiconContestant(_taxonomy, new(_entries));
        var rows = _corpus.OrderBy(r => r.Text, StringComparer.Ordinal).ToList();
        var expected = lexicon.Learn(_corpus)(rows);
        var given = new PerLanguageContestant("each", () => lexicon).Learn(_corpus)(rows);
        Assert.Equal(expected.Select(v => string.Join(' ', v.Actors)), given.Select(v => string.Join(' ', v.Actors)));
    }

    [Fact]
    public void FastText_that_is_not_there_is_named() => Assert.Contains(
        "no-such-program",
        Assert.Throws<ClassifierException>(
            () => new FastTextContestant(_taxonomy, "no-such-program").Learn(_corpus)).Message,
        StringComparison.Ordinal);

    /// <summary>The program shows what it was given; its work lies in the temporary folder.</summary>
    [Fact]
    public async Task FastText_gets_whole_names_of_files_in_folders_with_spaces()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There is no sh here.");
            return;
        }

        using var folder = new TempFolder();
        TinyModels.CopyTo(folder.Path, withText: false);
        Directory.CreateDirectory(folder["with space"]);
        var program = folder.Write("fasttext", "#!/bin/sh\nprintf '%s\\n' \"$@\" >&2\nexit 1\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var result = await Cli.RunWithAsync(
            "TMPDIR", folder["with space"], "compare", "-r", folder["recipe.json"], "--fasttext", program);
        Assert.Equal(1, result.Exit);
        Assert.Contains(
            result.Err.Split('\n'),
            l => l.StartsWith(folder["with space/"], StringComparison.Ordinal)
                && l.EndsWith("/train.txt", StringComparison.Ordinal));
    }

    private ContestScores Score(IContestant contestant) =>
        new(_corpus, contestant.Learn(_corpus)(_corpus), _taxonomy);
}
