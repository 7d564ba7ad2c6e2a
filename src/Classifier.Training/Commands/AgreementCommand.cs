using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Recipes;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier agreement</c>: how far two readers of the corpus agree.</summary>
internal static class AgreementCommand
{
    private static readonly Argument<string?> Data = new("readings")
    {
        Description = "JSON Lines with id, lang, first and second; 'readings' beside the recipe where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    public static Command Create()
    {
        var command = new Command(
            "agreement",
            "Tells how far the corpus's two readings agree, as f1-scores by label and language, and in the words "
                + "of cues; - where neither reading has the label.\n"
                + "Exit status: 0 all is well, 2 some readings have labels that the taxonomy lacks, 1 nothing could be "
                + "read.\n\n"
                + "Example: classifier agreement models/readings")
        {
            Data, RecipePath,
        };
        command.SetAction(parsed =>
            Runner.Run(() => Show(parsed.GetValue(Data), CommonOptions.RecipeOf(parsed.GetValue(RecipePath)))));
        return command;
    }

    private static int Show(string? data, string recipePath)
    {
        var inputs = RecipeInputs.Read(recipePath);
        var taxonomy = inputs.Taxonomy;
        var pairs = ReadingPair.Read(data ?? inputs.In("readings"));
        if (pairs.Count == 0)
        {
            throw new ClassifierException(ErrorKind.InvalidArgument, "READINGS_EMPTY", "There is no pair of readings.");
        }

        var languages = Languages.Tagged.Select(l => l.Tag).Where(t => pairs.Any(p => p.Lang == t)).ToList();
        var columns = languages.Select(l => Agreement.Of([.. pairs.Where(p => p.Lang == l)], taxonomy))
            .Append(Agreement.Of(pairs, taxonomy)).ToList();
        AnsiConsole.WriteLine($"{pairs.Count} passages read twice");
        AnsiConsole.Write(ReportPrinter.Agreements([.. languages, Slices.All], columns));
        var unknown = Agreement.Unknown(pairs, taxonomy).ToList();
        unknown.ForEach(Console.Error.WriteLine);
        return unknown.Count == 0 ? ExitCodes.Success : ExitCodes.BadRows;
    }
}
