using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary><c>classifier train</c>: a recipe in, a bundle out.</summary>
internal static class TrainCommand
{
    private static readonly Option<string?> RecipePath = new("--recipe", "-r")
    {
        Description = "The recipe; models/recipe.json where it is left out.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder of the new bundle; models/bundles/<version of the recipe> where it is left out.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> LanguageCorpus = new("--language-corpus")
    {
        Description = "Folder with text for the language identifier (*.txt.gz, one language a file); where it is missing, the champion's identifier is kept.",
        HelpName = "DIR",
    };

    public static Command Create()
    {
        var command = new Command(
            "train",
            "Trains a bundle from a recipe. The same recipe, corpus and seed give the same weights.\n\nExample: classifier train --output /tmp/bundle")
        {
            RecipePath, Output, LanguageCorpus,
        };
        command.SetAction(parsed => Runner.Run(() =>
            Train(parsed.GetValue(RecipePath), parsed.GetValue(Output), parsed.GetValue(LanguageCorpus))));
        return command;
    }

    private static int Train(string? recipePath, string? output, string? languageCorpus)
    {
        recipePath ??= Path.Combine(Repository.ModelsFolder(), "recipe.json");
        var recipe = Recipe.Read(recipePath);
        output ??= Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recipePath))!, "bundles", recipe.Version);
        var progress = new BarProgress();
        var trainer = new BundleTrainer(recipe, recipePath, progress);
        var manifest = trainer.Train(output, LanguageFolder(recipe, recipePath, languageCorpus), Previous(recipePath));
        var rows = CorpusReader.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recipePath))!, recipe.Corpus));
        BundleReport.Write(output, rows, progress);
        Console.Error.WriteLine($"bundle {manifest.Version} in {output}");
        Console.WriteLine($"weights {manifest.WeightHash}");
        return ExitCodes.Success;
    }

    private static string? LanguageFolder(Recipe recipe, string recipePath, string? given)
    {
        var folder = given ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recipePath))!, recipe.Language.Corpus));
        if (recipe.Language.Corpus.Length > 0 && Directory.Exists(folder))
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

    private static string? Previous(string recipePath)
    {
        var bundles = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recipePath))!, "bundles");
        return File.Exists(Path.Combine(bundles, BundleFiles.Champion)) ? BundleFiles.ChampionFolder(bundles) : null;
    }
}
