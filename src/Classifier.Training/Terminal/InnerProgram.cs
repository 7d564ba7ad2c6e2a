using System.Diagnostics;

namespace Classifier.Training.Terminal;

/// <summary>A program that does this one's work in its stead, and ends when this one is asked to.</summary>
/// <remarks>
/// The inner program's standard input is a pipe that the outer one holds open. It closes when the outer one is asked to
/// stop, and with the outer one, however that ends: then the inner one ends too.
/// </remarks>
internal static class InnerProgram
{
    private const string Mark = "CLASSIFIER_INNER";

    /// <summary>For the inner program to take away its drafts, after which it is ended from outside.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs an inner program to its end, or until this one is asked to stop.</summary>
    /// <returns>The inner program's exit status, or that of the signal which stopped both.</returns>
    public static async Task<int> RunAsync(ProcessStartInfo start)
    {
        var stop = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signals = new StopSignals(status => stop.TrySetResult(status));
        return await RunAsync(start, stop.Task);
    }

    /// <summary>The same, with what asks this one to stop: it gives the status.</summary>
    public static async Task<int> RunAsync(ProcessStartInfo start, Task<int> stop)
    {
        (start.UseShellExecute, start.RedirectStandardInput) = (false, true);
        start.Environment[Mark] = "1";
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("The program could not start itself once more.");
        var exit = process.WaitForExitAsync();
        if (await Task.WhenAny(exit, stop) == exit)
        {
            return process.ExitCode;
        }

        process.StandardInput.Close();
        await EndAsync(process, exit);
        return process.ExitCode == 0 ? 0 : await stop;
    }

    /// <summary>In an inner program: ends it when the outer one lets go of its standard input.</summary>
    public static void EndWithOuter(Func<string, string?> environment)
    {
        if (environment(Mark) is not null)
        {
            new Thread(AwaitEnd) { IsBackground = true }.Start();
        }
    }

    private static void AwaitEnd()
    {
        using var outer = Console.OpenStandardInput();
        outer.CopyTo(Stream.Null);
        StopSignals.Raise(StopSignals.Terminated);
    }

    private static async Task EndAsync(Process process, Task exit)
    {
        if (await Task.WhenAny(exit, Task.Delay(Patience)) != exit)
        {
            process.Kill(entireProcessTree: true);
            await exit;
        }
    }
}
