using System.CommandLine;
using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Recipes;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier validate</c>: is a corpus fit to be trained on?</summary>
internal static class ValidateCommand
{
    private const int MostShown = 200;

    private static readonly Argument<string?> Data = new("data")
    {
        Description = "A labelled JSON Lines file, or a folder of them; the recipe's corpus where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> RecipePath = CommonOptions.Recipe();

    private static readonly Option<bool> AssignSplits = new("--assign-splits")
    {
        Description = "First fill in the split of rows that lack one, by their group.",
    };

    public static Command Create()
    {
        var command = new Command(
            "validate",
            "Checks a corpus: fields, labels, cues, duplicates and near-duplicates within and across splits, script, "
            + "groups; prints how many labels and cues there are, by language.\n"
            + "Exit status: 0 all is well, 2 there are findings, 1 nothing could be read.\n\n"
            + "Example: classifier validate models/corpus")
        {
            Data, RecipePath, AssignSplits,
        };
        command.SetAction(parsed => Runner.Run(() => Validate(
            parsed.GetValue(Data),
            CommonOptions.RecipeOf(parsed.GetValue(RecipePath)),
            parsed.GetValue(AssignSplits))));
        return command;
    }

    private static int Validate(string? data, string recipePath, bool assignSplits)
    {
        var inputs = RecipeInputs.Read(recipePath);
        var taxonomy = inputs.Taxonomy;
        data ??= inputs.CorpusPath;
        if (assignSplits)
        {
            Console.Error.WriteLine($"{SplitAssigner.Fill(CorpusReader.Files(data))} rows were given a split");
        }

        var validator = new CorpusValidator(taxonomy);
        validator.Check(CorpusReader.Lines(data));
        if (validator.Rows.Count + validator.Findings.Count == 0)
        {
            throw new ClassifierException(ErrorKind.InvalidArgument, "CORPUS_EMPTY", $"There is no row in {data}.");
        }

        AnsiConsole.Write(CorpusTables.Counts([.. validator.Rows.Select(r => r.Row)], taxonomy));
        foreach (var finding in validator.Findings.Take(MostShown))
        {
            Console.Error.WriteLine($"{finding.File}:{finding.Line}: {finding.Message}");
        }

        Console.Error.WriteLine(validator.Findings.Count > MostShown
            ? $"{validator.Rows.Count} rows, {validator.Findings.Count} findings, the first {MostShown} shown"
            : $"{validator.Rows.Count} rows, {validator.Findings.Count} findings");
        return validator.Findings.Count == 0 ? ExitCodes.Success : ExitCodes.BadRows;
    }
}
