using System.CommandLine;
using Classifier.Core.Text;
using Classifier.Training.Scoring;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary><c>classifier score</c>: JSON Lines in, JSON Lines out.</summary>
internal static class ScoreCommand
{
    private static readonly Dictionary<string, OffsetUnit> Units = new(StringComparer.Ordinal)
    {
        ["utf16"] = OffsetUnit.Utf16,
        ["utf8"] = OffsetUnit.Utf8,
        ["code_point"] = OffsetUnit.CodePoint,
    };

    private static readonly Argument<string> Input = new("input")
    {
        Description = "JSON Lines with id, text and optionally date; - or nothing for standard input.",
        DefaultValueFactory = _ => "-",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "File for the answers; - for standard output.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "-",
    };

    private static readonly Option<bool> Evidence = new("--evidence")
    {
        Description = "Also give the words behind each tag, as offsets into the text.",
    };

    private static readonly Option<string> Unit = new("--offsets")
    {
        Description = "Unit of the offsets.",
        DefaultValueFactory = _ => "utf16",
    };

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    public static Command Create()
    {
        Unit.AcceptOnlyFromAmong([.. Units.Keys]);
        var command = new Command(
            "score",
            "Tags every line of a JSON Lines file. One line out for each line in, in order; a bad row is answered in its place by {\"id\",\"error\":{\"code\",\"message\"}}.\n"
            + $"Limits: {ScoreRun.MaxText} UTF-16 units a text. Exit status: 0 all rows scored, 2 some rows were bad, 1 nothing could be done.\n\n"
            + "Example: classifier score passages.jsonl --output tags.jsonl")
        {
            Input, Output, Evidence, Unit, Bundle,
        };
        command.SetAction(parsed => Runner.Run(() => Score(
            parsed.GetValue(Input)!, parsed.GetValue(Output)!, parsed.GetValue(Evidence),
            Units[parsed.GetValue(Unit)!], parsed.GetValue(Bundle))));
        return command;
    }

    private static int Score(string input, string output, bool evidence, OffsetUnit unit, string? bundle)
    {
        var classifier = CommonOptions.Load(bundle);
        using var source = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
        using var target = new BufferedStream(output == "-" ? Console.OpenStandardOutput() : File.Create(output), 1 << 16);
        var counts = new ScoreRun(classifier, evidence, unit, new BarProgress()).Run(source, target);
        Console.Error.WriteLine($"{counts.Lines} rows, {counts.Bad} of them bad");
        return counts.Bad == 0 ? ExitCodes.Success : ExitCodes.BadRows;
    }
}
