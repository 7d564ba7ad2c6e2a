using System.Diagnostics;
using Classifier.Benchmarks.Load.Counting;
using Classifier.Benchmarks.Startup;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Load;

/// <summary>Sends the calls, and meanwhile looks at health and memory.</summary>
internal sealed class OpenRun(ServiceProcess service, OpenLoop loop)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<OpenSample> RunAsync(ArrivalSchedule schedule)
    {
        var (tally, health, watch) = (new CallTally(), new HealthWatch(service.Port), Stopwatch.StartNew());
        using var stop = new CancellationTokenSource();
        var before = service.Processor;
        var (sending, asking) = (loop.RunAsync(schedule, tally), health.RunAsync(stop.Token));
        var memory = await MemoryAsync(sending, watch, schedule.Length);
        var processor = service.IsRunning ? service.Processor - before : TimeSpan.Zero;
        await stop.CancelAsync();
        await asking;
        return new(schedule, tally, await sending, health, memory, processor, service.IsRunning);
    }

    /// <summary>Bytes resident each second.</summary>
    private async Task<IReadOnlyList<(TimeSpan At, long Resident)>> MemoryAsync(
        Task sending, Stopwatch watch, TimeSpan length)
    {
        using var step = new BarProgress().Begin("seconds", (long)length.TotalSeconds);
        var samples = new List<(TimeSpan, long)>();
        while (!sending.IsCompleted && service.IsRunning)
        {
            await Task.WhenAny(sending, Task.Delay(Pause));
            samples.Add((watch.Elapsed, service.Resident));
            step.Advance();
        }

        return samples;
    }
}
