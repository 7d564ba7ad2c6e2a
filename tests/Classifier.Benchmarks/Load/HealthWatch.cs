using System.Diagnostics;
using Classifier.Benchmarks.Load.Counting;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Classifier.Benchmarks.Load;

/// <summary>Asks for health ten times a second, over a connection of its own.</summary>
internal sealed class HealthWatch(int port)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private int _asked;
    private int _serving;

    public int Asked => _asked;

    /// <summary>Answers SERVING, within two seconds.</summary>
    public int Serving => _serving;

    public LatencyHistogram Latencies { get; } = new();

    public async Task RunAsync(CancellationToken stop)
    {
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var health = new Health.HealthClient(channel);
        using var timer = new PeriodicTimer(Pause);
        while (!stop.IsCancellationRequested)
        {
            await AskAsync(health);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task AskAsync(Health.HealthClient health)
    {
        var begin = Stopwatch.GetTimestamp();
        _asked++;
        try
        {
            var answer = await health.CheckAsync(new(), deadline: DateTime.UtcNow + Deadline);
            _serving += answer.Status == HealthCheckResponse.Types.ServingStatus.Serving ? 1 : 0;
            Latencies.Add(Stopwatch.GetElapsedTime(begin));
        }
        catch (RpcException)
        {
            // Counted as asked but not as serving.
        }
    }
}
