using System.Diagnostics;
using System.Text.RegularExpressions;
using Classifier.V1;
using Grpc.Net.Client;

namespace Classifier.Service.Tests;

/// <summary>The program as a process of its own, which signals can be sent to.</summary>
internal sealed partial class RunningProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private RunningProcess(Process process) => _process = process;

    public GrpcChannel Channel { get; private set; } = null!;

    public PassageTagger.PassageTaggerClient Client { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<RunningProcess> StartAsync(params string[] settings)
    {
        var running = new RunningProcess(Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Classifier.Service.dll"),
                "--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings,
            ])
        {
            RedirectStandardOutput = true,
        })!);
        var listening = await running.WaitForLineAsync("gRPC on");
        running.Channel = GrpcChannel.ForAddress(Address().Match(listening).Value);
        running.Client = new(running.Channel);
        await running.WaitForLineAsync("Serving");
        return running;
    }

    /// <summary>Reads what it says up to a line with these words.</summary>
    public async Task<string> WaitForLineAsync(string words)
    {
        while (await _process.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException($"It ended and never said '{words}'.");
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Channel?.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex("http://[^ ,]+")]
    private static partial Regex Address();
}
