using Classifier.Core;

namespace Classifier.Training.Commands;

/// <summary>Runs a command's body; errors end as one line on standard error and a status, never as a stack trace.</summary>
internal static class Runner
{
    public static int Run(Func<int> body)
    {
        try
        {
            return body();
        }
        catch (ClassifierException e)
        {
            Console.Error.WriteLine($"classifier: {e.Message}");
            return ExitCodes.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"classifier: {e.Message}");
            return ExitCodes.Failed;
        }
    }
}
