using System.CommandLine;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Recipes;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier coverage</c>: what the lexicon alone sees of the labels.</summary>
internal static class CoverageCommand
{
    private static readonly Argument<string> Data = new("data")
    {
        Description = "Labelled JSON Lines: a file, or a folder of *.jsonl.",
    };

    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    public static Command Create()
    {
        var command = new Command(
            "coverage",
            "Tells which share of the labels has at least one hit of its concept in the lexicon, and which share of "
                + "those hits is right, by label and language.\n\nExample: classifier coverage models/corpus")
        {
            Data, RecipePath,
        };
        command.SetAction(parsed =>
            Runner.Run(() => Cover(parsed.GetValue(Data)!, CommonOptions.RecipeOf(parsed.GetValue(RecipePath)))));
        return command;
    }

    private static int Cover(string data, string recipePath)
    {
        var inputs = RecipeInputs.Read(recipePath);
        var rows = CorpusReader.Read(data);
        EvaluationRows.Check(rows, inputs.Taxonomy);
        var coverage = new LexiconCoverage(rows, inputs.Lexicon, inputs.Taxonomy);
        AnsiConsole.WriteLine($"{rows.Count} rows, recall (precision) of the lexicon");
        AnsiConsole.Write(ReportPrinter.Coverage("actors", coverage.Actors));
        AnsiConsole.Write(ReportPrinter.Coverage("events", coverage.Events));
        return ExitCodes.Success;
    }
}
