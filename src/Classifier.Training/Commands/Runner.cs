using Classifier.Core;

namespace Classifier.Training.Commands;

/// <summary>
/// Runs a command's body; errors end as one line on standard error and a status, never as a stack trace.
/// </summary>
internal static class Runner
{
    public static int Run(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (Exception e)
            when (Cause(e) is ClassifierException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"classifier: {Cause(e).Message}");
            return ExitCodes.Failed;
        }
    }

    /// <summary>What went wrong first; loops over several cores wrap it.</summary>
    private static Exception Cause(Exception e) =>
        e is AggregateException all ? all.Flatten().InnerExceptions[0] : e;
}
