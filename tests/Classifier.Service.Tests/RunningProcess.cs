using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Classifier.V1;
using Grpc.Core;
using Grpc.Net.Client;
using HealthClient = Grpc.Health.V1.Health.HealthClient;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Classifier.Service.Tests;

/// <summary>The program as a process of its own, which signals can be sent to.</summary>
internal sealed partial class RunningProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A connection that the server closes for idling, just as a call sets out on it, would fail that call.
    /// </summary>
    private static readonly TimeSpan ShorterThanTheServers = TimeSpan.FromSeconds(0.5);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Classifier.Service.dll");

    private readonly Process _process;

    private RunningProcess(Process process) => _process = process;

    public int GrpcPort { get; private set; }

    public HttpClient Rest { get; private set; } = null!;

    /// <summary>Its memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public GrpcChannel Channel { get; private set; } = null!;

    public PassageTagger.PassageTaggerClient Client { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<RunningProcess> StartAsync(params string[] settings)
    {
        var running = new RunningProcess(Process.Start(new ProcessStartInfo(
            "dotnet", [Program, "--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings])
        {
            RedirectStandardOutput = true,
        })!);
        var addresses = Address().Matches(await running.WaitForLineAsync("gRPC on"));
        running.Connect(new(addresses[0].Value), new(addresses[1].Value));
        await Until.TrueAsync(async () => await running.IsHealthyAsync());
        return running;
    }

    /// <summary>Starts it with a file to log into, where nothing can be read from, and waits until it serves.</summary>
    public static async Task<RunningProcess> StartLoggingIntoAsync(string file, params string[] settings)
    {
        var (grpc, rest) = (FreePort(), FreePort());
        var running = new RunningProcess(Process.Start(
            "sh",
            [
                "-c", $"exec dotnet \"$@\" > {file} 2>&1", "sh", Program,
                $"--Classifier:GrpcPort={grpc}", $"--Classifier:RestPort={rest}", .. settings,
            ]));
        running.Connect(new($"http://127.0.0.1:{grpc}"), new($"http://127.0.0.1:{rest}"));
        await Until.TrueAsync(async () => await running.IsHealthyAsync());
        return running;
    }

    /// <summary>Health says serving, a call is answered, and no call is left over.</summary>
    public async Task AssertWellAsync()
    {
        Assert.True(await IsHealthyAsync());
        var answer = await Client.TagPassagesAsync(
            new() { Passages = { new Passage { Text = Samples.Dutch } } }, cancellationToken: Cancel);
        Assert.Equal("nl", answer.Results.Single().Language.Tag);
        await Until.TrueAsync(async () => await ReadAsync("classifier_calls_open") == 0
            && await ReadAsync("classifier_queue_working") == 0 && await ReadAsync("classifier_queue_length") == 0);
    }

    /// <summary>The sum of all that a metric shows now; null where it shows nothing yet.</summary>
    /// <param name="metric">Its name.</param>
    /// <param name="label">What the labels hold of those that count.</param>
    public async Task<double?> ReadAsync(string metric, string label = "")
    {
        var lines = (await Rest.GetStringAsync("/metrics", Cancel)).Split('\n');
        var values = lines.Where(l => l.StartsWith(metric + '{', StringComparison.Ordinal))
            .Where(l => l.Contains(label, StringComparison.Ordinal))
            .Select(l => double.Parse(l[(l.IndexOf('}') + 1)..].Split(' ')[1], CultureInfo.InvariantCulture)).ToList();
        return values.Count > 0 ? values.Sum() : null;
    }

    /// <summary>Reads on, so that what it says never fills the pipe.</summary>
    public void ReadOn() => _ = _process.StandardOutput.ReadToEndAsync(Cancel);

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
        Rest?.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    private void Connect(Uri grpc, Uri rest)
    {
        GrpcPort = grpc.Port;
        Channel = GrpcChannel.ForAddress(grpc, new()
        {
            HttpHandler = new SocketsHttpHandler { PooledConnectionIdleTimeout = ShorterThanTheServers },
        });
        Client = new(Channel);
        Rest =
            new(new SocketsHttpHandler { PooledConnectionIdleTimeout = ShorterThanTheServers }) { BaseAddress = rest };
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            var health = await new HealthClient(Channel).CheckAsync(new(), cancellationToken: Cancel);
            return health.Status == ServingStatus.Serving;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("http://[^ ,]+")]
    private static partial Regex Address();
}
