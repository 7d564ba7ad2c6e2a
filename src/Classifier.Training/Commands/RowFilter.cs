using System.CommandLine;
using Classifier.Core.Text;
using Classifier.Training.Files;
using Classifier.Training.Scoring;
using Classifier.Training.Terminal;

namespace Classifier.Training.Commands;

/// <summary>
/// What the commands share that answer JSON Lines row by row: where rows come from, where answers go, units, status.
/// </summary>
internal static class RowFilter
{
    /// <summary>Standard input or output in the place of a file's name.</summary>
    private const string Standard = "-";

    private static readonly Dictionary<string, OffsetUnit> Units = new(StringComparer.Ordinal)
    {
        ["utf16"] = OffsetUnit.Utf16,
        ["utf8"] = OffsetUnit.Utf8,
        ["code_point"] = OffsetUnit.CodePoint,
    };

    /// <summary>The part of each command's help that is about rows and statuses.</summary>
    public static string Help { get; } =
        "One line out for each line in, in order; a bad row is answered in its place by "
        + "{\"id\",\"error\":{\"code\",\"message\",\"reason\"}}.\n"
        + $"Limits: {ScoreRun.MaxText} UTF-16 units a text. Exit status: 0 all rows answered, 2 some rows were bad, 1 "
        + $"nothing could be done, {ExitCodes.ClosedPipe} the program that reads the answers went away.\n\n";

    public static Argument<string> Input() => new("input")
    {
        Description =
            $"JSON Lines with id, text and optionally date ({PassageDate.Forms}); - or nothing for standard input.",
        DefaultValueFactory = _ => Standard,
    };

    public static Option<string> Output() => new("--output", "-o")
    {
        Description =
            $"File for the answers; - for standard output. They stand in FILE{OutputFile.DraftEnd} until all are "
                + "there; a run that is broken off leaves FILE as it was.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Standard,
    };

    public static Option<string> Unit()
    {
        var unit = new Option<string>("--offsets")
        {
            Description = "Unit of the offsets.",
            DefaultValueFactory = _ => "utf16",
        };
        unit.AcceptOnlyFromAmong([.. Units.Keys]);
        return unit;
    }

    public static OffsetUnit UnitOf(string name) => Units[name];

    /// <returns>The exit status.</returns>
    public static int Run(IRowAnswerer answerer, string input, string output)
    {
        // By its other names it would be opened anew, and a file that the shell appends to be emptied.
        output = output is "/dev/stdout" or "/dev/fd/1" ? Standard : output;
        WrittenFiles.Check(input == Standard ? [] : [input], ("--output", output == Standard ? null : output));
        using var source = input == Standard ? Console.OpenStandardInput() : InputFile.Open(input);
        using var target =
            output == Standard ? OutputFile.Direct(StandardOutput.Open()) : OutputFile.At(output);
        var counts = new ScoreRun(answerer, new BarProgress()).Run(source, target.Stream);
        target.Publish();
        Console.Error.WriteLine($"{counts.Lines} rows, {counts.Bad} of them bad");
        return counts.Bad == 0 ? ExitCodes.Success : ExitCodes.BadRows;
    }
}
