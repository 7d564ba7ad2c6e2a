using System.CommandLine;

namespace Classifier.Training.Commands;

/// <summary>The table of commands. A new command is a row here and a class beside it.</summary>
internal static class CommandTable
{
    public static RootCommand Root()
    {
        var root = new RootCommand(
            "Tags passages about the Syrian conflict by language, actor, event type and stance; trains and compares "
                + "the models.");
        foreach (var command in All())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> All() =>
    [
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        CompareCommand.Create(),
        ScoreCommand.Create(),
        DetectCommand.Create(),
        TagCommand.Create(),
        ValidateCommand.Create(),
        AgreementCommand.Create(),
        DoubtsCommand.Create(),
        CoverageCommand.Create(),
        KeyCommand.Create(),
    ];
}
