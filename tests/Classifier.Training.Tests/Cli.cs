using System.Diagnostics;
using System.Text;

namespace Classifier.Training.Tests;

/// <summary>What a run of the program left behind.</summary>
/// <param name="Exit">Exit status.</param>
/// <param name="Out">Standard output, which must be UTF-8.</param>
/// <param name="Err">Standard error.</param>
/// <param name="PeakMemory">Largest working set that was seen, in bytes.</param>
internal sealed record CliResult(int Exit, string Out, string Err, long PeakMemory)
{
    /// <summary>Lines of standard output.</summary>
    public IReadOnlyList<string> Lines => Out.Split('\n')[..^1];

    /// <summary>The one line that a failure leaves; nothing else may stand anywhere.</summary>
    public string Complaint()
    {
        Assert.Equal((1, ""), (Exit, Out));
        Assert.DoesNotContain("   at ", Err, StringComparison.Ordinal);
        var line = Assert.Single(Err.Split('\n')[..^1]);
        Assert.StartsWith("classifier: ", line, StringComparison.Ordinal);
        return line;
    }
}

/// <summary>Runs the built program, as a user's shell would.</summary>
internal static class Cli
{
    private const int PollMilliseconds = 50;

    /// <summary>What is stopped ends within seconds; trainings that are to be stopped would take hours.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Task<CliResult> RunAsync(params string[] args) => FeedAsync([], args);

    public static Task<CliResult> FeedAsync(string input, params string[] args) =>
        FeedAsync(Encoding.UTF8.GetBytes(input), args);

    /// <summary>Runs with bytes on standard input, in the temporary folder.</summary>
    public static Task<CliResult> FeedAsync(byte[] input, params string[] args) => RunAsync(input, Info(args));

    /// <summary>Runs as from a shell that does not have a variable which the tests' own process has.</summary>
    public static Task<CliResult> RunWithoutAsync(string variable, params string[] args)
    {
        var info = Info(args);
        info.Environment.Remove(variable);
        return RunAsync([], info);
    }

    /// <summary>Runs as from a shell that has a variable.</summary>
    public static Task<CliResult> RunWithAsync(string variable, string value, params string[] args)
    {
        var info = Info(args);
        info.Environment[variable] = value;
        return RunAsync([], info);
    }

    /// <summary>
    /// Runs with changes to the environment until a folder is there, stops it in some way, and gives the exit status
    /// once nobody holds its outputs any more. What does not stop is killed, and fails the test.
    /// </summary>
    public static async Task<int> StopAsync(
        Action<IDictionary<string, string?>> change, string folder, Func<Process, Task> stop, params string[] args)
    {
        var info = Info(args);
        change(info.Environment);
        using var process = Process.Start(info)!;
        var reading = Task.WhenAll(
            ReadAsync(process.StandardOutput.BaseStream), ReadAsync(process.StandardError.BaseStream));
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            while (!Directory.Exists(folder) && !process.HasExited)
            {
                await Task.Delay(PollMilliseconds, limit.Token);
            }

            await stop(process);
            await process.WaitForExitAsync(limit.Token);
            await reading.WaitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"classifier {string.Join(' ', args)} did not stop within {Patience}.");
        }
    }

    /// <summary>Runs as in front of <c>head -1</c>; gives exit status and standard error.</summary>
    public static async Task<(int Exit, string Err)> HeadAsync(params string[] args)
    {
        using var process = Process.Start(Info(args))!;
        process.StandardInput.Close();
        var errors = ReadAsync(process.StandardError.BaseStream);
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, Strict.GetString(await errors));
    }

    private static async Task<CliResult> RunAsync(byte[] input, ProcessStartInfo info)
    {
        using var process = Process.Start(info)!;
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var errors = ReadAsync(process.StandardError.BaseStream);
        var writing = WriteAsync(process.StandardInput.BaseStream, input);
        var peak = 0L;
        var exit = process.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(PollMilliseconds)) != exit)
        {
            peak = Math.Max(peak, Memory(process));
        }

        await writing;
        return new(process.ExitCode, Strict.GetString(await output), Strict.GetString(await errors), peak);
    }

    private static ProcessStartInfo Info(string[] args)
    {
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var arg in (string[])[Path.Combine(AppContext.BaseDirectory, "classifier.dll"), .. args])
        {
            info.ArgumentList.Add(arg);
        }

        return info;
    }

    /// <summary>The process may end between the question and the answer.</summary>
    private static long Memory(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>A program that fails early does not read its input to the end.</summary>
    private static async Task WriteAsync(Stream stream, byte[] input)
    {
        try
        {
            await stream.WriteAsync(input);
            stream.Close();
        }
        catch (IOException)
        {
        }
    }
}
