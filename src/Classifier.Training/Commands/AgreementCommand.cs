using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier agreement</c>: how far two readers of the corpus agree.</summary>
internal static class AgreementCommand
{
    private static readonly Argument<string?> Data = new("readings")
    {
        Description = "JSON Lines with id, lang, first and second; models/readings where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command(
            "agreement",
            "Tells how far the corpus's two readings agree, as f1-scores by label and language, and in the words "
                + "of cues.\n\n"
                + "Example: classifier agreement models/readings")
        {
            Data,
        };
        command.SetAction(parsed => Runner.Run(() => Show(parsed.GetValue(Data))));
        return command;
    }

    private static int Show(string? data)
    {
        var taxonomy = TaxonomyCatalog.Read(Path.Combine(Repository.ModelsFolder(), "taxonomy.json"));
        var pairs = ReadingPair.Read(data ?? Path.Combine(Repository.ModelsFolder(), "readings"));
        if (pairs.Count == 0)
        {
            throw new ClassifierException(ErrorKind.InvalidArgument, "READINGS_EMPTY", "There is no pair of readings.");
        }

        var languages = Languages.Tagged.Select(l => l.Tag).Where(t => pairs.Any(p => p.Lang == t)).ToList();
        var columns = languages.Select(l => Agreement.Of([.. pairs.Where(p => p.Lang == l)], taxonomy))
            .Append(Agreement.Of(pairs, taxonomy)).ToList();
        AnsiConsole.WriteLine($"{pairs.Count} passages read twice");
        AnsiConsole.Write(ReportPrinter.Agreements([.. languages, Slices.All], columns));
        return ExitCodes.Success;
    }
}
