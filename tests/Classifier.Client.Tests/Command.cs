using System.ComponentModel;
using System.Diagnostics;

namespace Classifier.Client.Tests;

/// <summary>Runs programs that this machine may not have.</summary>
internal static class Command
{
    /// <summary>The exit code told of a program that had not ended in time.</summary>
    public const int TookTooLong = -1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf(
        Path.Combine("tests", "Classifier.Client.Tests"), StringComparison.Ordinal)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="info">What to run, and where.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>Null where there is no such program.</returns>
    public static async Task<Outcome?> TryAsync(ProcessStartInfo info, byte[]? input = null)
    {
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        using var process = StartIfThere(info);
        if (process is null)
        {
            return null;
        }

        try
        {
            return await RunAsync(process, input ?? []).WaitAsync(Patience, Cancel);
        }
        catch (TimeoutException)
        {
            return new(TookTooLong, "", $"{info.FileName} has not ended within {Patience}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Outcome> RunAsync(Process process, byte[] input)
    {
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardInput.BaseStream.WriteAsync(input, Cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);
        return new(process.ExitCode, await output, await errors);
    }

    private static Process? StartIfThere(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <param name="Exit">The exit code.</param>
    /// <param name="Output">What it wrote.</param>
    /// <param name="Errors">What it complained of.</param>
    internal sealed record Outcome(int Exit, string Output, string Errors);
}
