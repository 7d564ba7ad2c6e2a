using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Bundles;
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
        TrainingChecks.Files(
        [
            (RecipePath.Name, recipePath),
            .. passages.Select(p => (Report.Name, p)), .. lines.Select(p => (ReportLanguage.Name, p)),
        ]);
        var inputs = RecipeInputs.Read(recipePath);
        var bundles = inputs.In("bundles");
        output = Path.GetFullPath(output ?? Path.Combine(bundles, inputs.Recipe.Version));
        BundlePlace.Check(output, inputs.Recipe.Version, replace);
        using var draft = new DraftFolder(output);
        TrainingChecks.Reports(passages, lines, inputs.Taxonomy);
        var language = LanguageFolder(inputs, languageCorpus);
        CheckCorpus(inputs);
        var progress = new BarProgress();
        var manifest = new BundleTrainer(inputs, progress).Train(draft.Path, language, Previous(bundles));
        new BundleReport(draft.Path, progress).Write(inputs.Corpus, passages, lines);
        BundlePlace.Check(output, inputs.Recipe.Version, replace);
        draft.Publish();
        Console.Error.WriteLine($"bundle {manifest.Version} in {output}");
        Console.WriteLine($"weights {manifest.WeightHash}");
        return ExitCodes.Success;
    }

    /// <summary>The rows are seen to be fit for training; what they are thin in is said.</summary>
    private static void CheckCorpus(RecipeInputs inputs)
    {
        TrainingChecks.Rows(inputs.Corpus);
        foreach (var warning in ThinData.Of(inputs.Corpus, inputs.Taxonomy))
        {
            Console.Error.WriteLine(warning);
        }
    }

    private static string? LanguageFolder(RecipeInputs inputs, string? given)
    {
        var named = inputs.Recipe.Language.Corpus;
        var folder = given ?? inputs.In(named);
        if ((given is not null || named.Length > 0) && Directory.Exists(folder))
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

    private static string? Previous(string bundles) =>
        File.Exists(Path.Combine(bundles, BundleFiles.Champion)) ? BundleFiles.ChampionFolder(bundles) : null;
}
