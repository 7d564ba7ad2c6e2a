using System.Diagnostics;
using System.Runtime.Intrinsics;
using Classifier.Training.Terminal;

namespace Classifier.Training.Fitting;

/// <summary>
/// The same sums on every x64 machine. ML.NET adds up floats in vectors as wide as the processor has them, and another
/// width adds in another order, so a machine with 512-bit vectors gives other last bits and another weight hash. The
/// runtime takes the width only from the environment at its start: a machine with wide vectors starts the program once
/// more with narrow ones. See <c>PreferredVectorBitWidth</c> in dotnet/runtime's clrconfignames.h.
/// </summary>
/// <remarks>
/// The inner program's standard input is a pipe that the outer one holds open. It closes when the outer one is asked to
/// stop, and with the outer one, however that ends: then the inner one ends too.
/// </remarks>
internal static class FixedArithmetic
{
    private const string Setting = "DOTNET_PreferredVectorBitWidth";
    private const string Width = "256";
    private const string InnerMark = "CLASSIFIER_INNER";

    /// <summary>For the inner program to take away its drafts, after which it is ended from outside.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether this process adds in wider steps than the weights of a bundle are made with.</summary>
    public static bool IsWide(Func<string, string?> environment) =>
        Vector512.IsHardwareAccelerated && environment(Setting) != Width;

    /// <summary>Runs the same command line in a process with vectors of 256 bits and gives its exit status.</summary>
    public static Task<int> RerunAsync(string[] args) => RunInnerAsync(StartOf(args));

    /// <summary>Runs an inner program to its end, or until this one is asked to stop.</summary>
    /// <returns>The inner program's exit status, or that of the signal which stopped both.</returns>
    public static async Task<int> RunInnerAsync(ProcessStartInfo start)
    {
        var stop = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signals = new StopSignals(status => stop.TrySetResult(status));
        return await RunInnerAsync(start, stop.Task);
    }

    /// <summary>The same, with what asks this one to stop: it gives the status.</summary>
    public static async Task<int> RunInnerAsync(ProcessStartInfo start, Task<int> stop)
    {
        (start.UseShellExecute, start.RedirectStandardInput) = (false, true);
        start.Environment[InnerMark] = "1";
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
        if (environment(InnerMark) is not null)
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

    /// <summary>
    /// Under <c>dotnet classifier.dll</c> the process is the host, and the program its first argument.
    /// </summary>
    private static ProcessStartInfo StartOf(string[] args)
    {
        var host = Environment.ProcessPath ?? "dotnet";
        var program = typeof(FixedArithmetic).Assembly.Location;
        var isHost = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var info = new ProcessStartInfo(host, isHost ? [program, .. args] : args);
        info.Environment[Setting] = Width;
        return info;
    }
}
