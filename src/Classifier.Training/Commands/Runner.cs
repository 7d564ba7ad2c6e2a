using Classifier.Core;
using Classifier.Training.Terminal;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary>
/// Runs a command's body; errors end as one line on standard error and a status, never as a stack trace.
/// </summary>
internal static class Runner
{
    /// <summary>Columns of tables in a file or a pipe, where nobody's terminal sets them.</summary>
    private const int RedirectedWidth = 160;

    public static int Run(Func<int> body)
    {
        try
        {
            Prepare();
            return body();
        }
        catch (IOException e) when (StandardOutput.IsClosed(e))
        {
            return ExitCodes.ClosedPipe;
        }
        catch (Exception e)
            when (Cause(e) is ClassifierException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"classifier: {Cause(e).Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>In this order: the tables' writer takes standard output as it finds it.</summary>
    private static void Prepare()
    {
        StandardOutput.Watch();
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = RedirectedWidth;
        }
    }

    /// <summary>What went wrong first; loops over several cores wrap it.</summary>
    private static Exception Cause(Exception e) =>
        e is AggregateException all ? all.Flatten().InnerExceptions[0] : e;
}
