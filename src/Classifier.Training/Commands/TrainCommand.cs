using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary><c>classifier train</c>: a recipe in, a bundle out.</summary>
internal static class TrainCommand
{
    public const string Name = "train";

    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder of the new bundle; models/bundles/<version of the recipe> where it is left out.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> LanguageCorpus = new("--language-corpus")
    {
        Description = "Folder with text for the language identifier (*.txt.gz, one language a file); where it is "
            + "missing, the champion's identifier is kept.",
        HelpName = "DIR",
    };

    private static readonly Option<string[]> Report = new("--report")
    {
        Description =
            "A further file of labelled passages to report on in the model card; may be given more than once.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> ReportLanguage = new("--report-language")
    {
        Description = "A file of labelled lines to report the language identifier on.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Replace a bundle that the folder holds; never one that the champion's or a challenger's pointer "
            + "names.",
    };

    public static Command Create()
    {
        var command = new Command(
            Name,
            "Trains a bundle from a recipe. The same recipe, corpus and seed give the same weights.\n\n"
                + "Example: classifier train --output /tmp/bundle")
        {
            RecipePath, Output, LanguageCorpus, Report, ReportLanguage, Replace,
        };
        command.SetAction(parsed => Runner.Run(() => Train(
            CommonOptions.RecipeOf(parsed.GetValue(RecipePath)),
            parsed.GetValue(Output),
            parsed.GetValue(Replace),
            parsed.GetValue(LanguageCorpus),
            parsed.GetValue(Report) ?? [],
            parsed.GetValue(ReportLanguage) ?? [])));
        return command;
    }

    private static int Train(
        string recipePath, string? output, bool replace, string? languageCorpus, string[] passages, string[] lines)
    {
        var recipe = Recipe.Read(recipePath);
        var home = Path.GetDirectoryName(Path.GetFullPath(recipePath))!;
        output = Path.GetFullPath(output ?? Path.Combine(home, "bundles", recipe.Version));
        BundlePlace.Check(output, recipe.Version, replace);
        using var draft = new DraftFolder(output);
        TrainingChecks.Reports(passages, lines, Path.Combine(home, recipe.Taxonomy));
        var language = LanguageFolder(recipe, home, languageCorpus);
        var rows = Corpus(recipe, home);
        var progress = new BarProgress();
        var manifest = new BundleTrainer(recipe, recipePath, progress).Train(draft.Path, language, Previous(home));
        new BundleReport(draft.Path, progress).Write(rows, passages, lines);
        draft.Publish();
        Console.Error.WriteLine($"bundle {manifest.Version} in {output}");
        Console.WriteLine($"weights {manifest.WeightHash}");
        return ExitCodes.Success;
    }

    /// <summary>The rows, seen to be fit for training; what they are thin in is said.</summary>
    private static List<CorpusRow> Corpus(Recipe recipe, string home)
    {
        var taxonomy = TaxonomyCatalog.Read(Path.Combine(home, recipe.Taxonomy));
        var rows = CorpusReader.Read(Path.Combine(home, recipe.Corpus));
        TrainingChecks.Rows(rows, taxonomy);
        foreach (var warning in ThinData.Of(rows, taxonomy))
        {
            Console.Error.WriteLine(warning);
        }

        return rows;
    }

    private static string? LanguageFolder(Recipe recipe, string home, string? given)
    {
        var folder = given ?? Path.GetFullPath(Path.Combine(home, recipe.Language.Corpus));
        if ((given is not null || recipe.Language.Corpus.Length > 0) && Directory.Exists(folder))
        {
            return folder;
        }

        if (given is not null)
        {
            throw new ClassifierException(ErrorKind.NotFound, "CORPUS_MISSING", $"There is no folder {given}.");
        }

        Console.Error.WriteLine("No text for the language identifier here: the present bundle's identifier is kept.");
        return null;
    }

    private static string? Previous(string home)
    {
        var bundles = Path.Combine(home, "bundles");
        return File.Exists(Path.Combine(bundles, BundleFiles.Champion)) ? BundleFiles.ChampionFolder(bundles) : null;
    }
}
