using System.CommandLine;
using System.Text;
using Classifier.Core.Taxonomy;
using Classifier.Training.Comparison;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Files;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary>
/// <c>classifier compare</c>: the recipe against variants of itself, trained on the same corpus,
/// judged on the same rows.
/// </summary>
internal static class CompareCommand
{
    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    private static readonly Option<string?> VariantsPath = new("--variants")
    {
        Description = "Variants of the recipe: [{\"name\":...,\"change\":{...}}], each change merged into the recipe.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Baselines = new("--baselines")
    {
        Description = "Also majority, the lexicon alone, and ML.NET's FeaturizeText with SDCA.",
    };

    private static readonly Option<string?> FastText = new("--fasttext")
    {
        Description = "Also fastText, by its command line, such as Debian's 'fasttext'.",
        HelpName = "PROGRAM",
    };

    private static readonly Option<string?> Card = new("--card")
    {
        Description = "Also put the tables into a model card, in place of those that it has.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Data = new("--data")
    {
        Description = "A further file of labelled passages to judge on; may be given more than once.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Split = new("--split")
    {
        Description = "The split of the corpus to judge on.",
        DefaultValueFactory = _ => Splits.Dev,
    };

    public static Command Create()
    {
        Split.AcceptOnlyFromAmong(Splits.Dev, Splits.Test);
        var command = new Command(
            "compare",
            "Trains the recipe and its variants on the same corpus and prints how each does, as Markdown; a star marks "
                + "what is more than chance (paired bootstrap, 95%).\n\n"
                + "Example: classifier compare --variants models/variants.json")
        {
            RecipePath, VariantsPath, Baselines, FastText, Data, Split, Card,
        };
        command.SetAction(parsed => Runner.Run(() => Compare(parsed)));
        return command;
    }

    private static int Compare(ParseResult parsed)
    {
        var recipe = CommonOptions.RecipeOf(parsed.GetValue(RecipePath));
        var data = parsed.GetValue(Data) ?? [];
        CheckCard(parsed.GetValue(Card), [recipe, .. data, parsed.GetValue(VariantsPath) ?? recipe]);
        var inputs = RecipeInputs.Read(recipe);
        var contest = ContestOn(inputs.Taxonomy, inputs.Corpus, parsed.GetValue(Split)!, data);
        var contestants =
            Contestants(inputs, parsed.GetValue(VariantsPath), parsed.GetValue(Baselines), parsed.GetValue(FastText));
        var tables = contest.Run([.. contestants]);
        if (parsed.GetValue(Card) is { } card)
        {
            CardSection.Put(card, "## Comparison", tables);
        }

        Console.OutputEncoding = new UTF8Encoding(false);
        Console.Out.Write(tables);
        return ExitCodes.Success;
    }

    private static void CheckCard(string? card, IEnumerable<string> read)
    {
        if (card is not null)
        {
            CardSection.Check(card);
            WrittenFiles.Check(read, (Card.Name, card));
        }
    }

    private static IEnumerable<IContestant> Contestants(
        RecipeInputs inputs, string? variants, bool baselines, string? fastText)
    {
        var taxonomy = inputs.Taxonomy;
        RecipeContestant Own(string name, Recipe recipe) => new(name, recipe, taxonomy, inputs.Entries, inputs.Lexicon);
        return
        [
            Own("recipe", inputs.Recipe),
            .. variants is null ? [] : Variants.Read(variants, inputs.Path).Select(v => Own(v.Name, v.Recipe)),
            .. variants is null
                ? []
                : new[] { new PerLanguageContestant("a model for each language", () => Own("", inputs.Recipe)) },
            .. baselines ? Plain(inputs) : [],
            .. fastText is null ? [] : new[] { new FastTextContestant(taxonomy, fastText) },
        ];
    }

    private static IEnumerable<IContestant> Plain(RecipeInputs inputs) =>
    [
        new MajorityContestant(inputs.Taxonomy),
        new LexiconContestant(inputs.Taxonomy, inputs.Lexicon),
        new FeaturizeTextContestant(inputs.Taxonomy, inputs.Recipe.Seed),
    ];

    private static Contest ContestOn(TaxonomyCatalog taxonomy, List<CorpusRow> corpus, string split, string[] data)
    {
        var contest = new Contest(taxonomy, corpus, new BarProgress());
        contest.JudgeOn($"the corpus's {split} split", EvaluationRows.OfSplit(corpus, split));
        foreach (var file in data)
        {
            var rows = CorpusReader.Read(file);
            EvaluationRows.Check(rows, taxonomy);
            contest.JudgeOn(Path.GetFileName(file), rows);
        }

        return contest;
    }
}
