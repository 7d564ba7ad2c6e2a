using System.ComponentModel;
using System.Diagnostics;
using Classifier.Core;

namespace Classifier.Benchmarks.Comparison;

/// <summary>Runs other programs to their end.</summary>
internal static class Child
{
    /// <summary>Feeds lines to a program's standard input and gives back those of its standard output.</summary>
    /// <exception cref="ClassifierException">The program cannot be started, or its status is not 0.</exception>
    public static IReadOnlyList<string> Run(
        string program, IReadOnlyList<string> arguments, params IEnumerable<string> input)
    {
        using var process = Start(program, arguments);
        var feeding = Task.Run(() => Feed(process.StandardInput, input));
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.WaitForExit();
        feeding.Wait();
        return process.ExitCode == 0
            ? lines
            : throw Failed(program, $"ended with status {process.ExitCode}: {Told(errors.Result)}");
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception e)
        {
            throw Failed(program, $"cannot be started: {e.Message}");
        }
    }

    /// <summary>A program that fails early does not read its input to the end.</summary>
    private static void Feed(StreamWriter input, IEnumerable<string> lines)
    {
        try
        {
            using (input)
            {
                foreach (var line in lines)
                {
                    input.Write(line + '\n');
                }
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The line that says what went wrong; Node.js prints its stack around it.</summary>
    private static string Told(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(l => l.Contains("Error", StringComparison.Ordinal))
            ?? lines.LastOrDefault() ?? "it said nothing";
    }

    private static ClassifierException Failed(string program, string how) =>
        new(ErrorKind.FailedPrecondition, "PROGRAM_FAILED", $"'{program}' {how}.");
}
