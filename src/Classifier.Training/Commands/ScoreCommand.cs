using System.CommandLine;
using Classifier.Training.Scoring;

namespace Classifier.Training.Commands;

/// <summary><c>classifier score</c>: JSON Lines in, JSON Lines out.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string> Input = RowFilter.Input();

    private static readonly Option<string> Output = RowFilter.Output();

    private static readonly Option<bool> Evidence = new("--evidence")
    {
        Description = "Also give the words behind each tag, as offsets into the text.",
    };

    private static readonly Option<string> Unit = RowFilter.Unit();

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    public static Command Create()
    {
        var command = new Command(
            "score",
            $"Tags every line of a JSON Lines file. {RowFilter.Help}Example: classifier score passages.jsonl --output "
                + "tags.jsonl")
        {
            Input, Output, Evidence, Unit, Bundle,
        };
        command.SetAction(parsed => Runner.Run(() => RowFilter.Run(
            new TagAnswerer(
                CommonOptions.Load(parsed.GetValue(Bundle)),
                parsed.GetValue(Evidence),
                RowFilter.UnitOf(parsed.GetValue(Unit)!)),
            parsed.GetValue(Input)!,
            parsed.GetValue(Output)!)));
        return command;
    }
}
