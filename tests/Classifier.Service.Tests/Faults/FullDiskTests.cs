using Classifier.V1;

namespace Classifier.Service.Tests.Faults;

/// <summary>Logs that can't be written, or that nobody takes away.</summary>
public sealed class FullDiskTests
{
    private const int Reloads = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_under_the_log_stops_no_call_and_no_stop()
    {
        using var bundles = new BundleFolder();
        bundles.Add();
        bundles.Point(BundleFolder.Version);
        using var process = await RunningProcess.StartLoggingIntoAsync("/dev/full", bundles.Setting);
        await LogAsync(process, bundles);
        await process.AssertWellAsync();
        process.Signal("TERM");
        Assert.Equal(0, await process.ExitAsync());
    }

    /// <summary>
    /// What a log collector that hangs looks like from here: the pipe fills up, then the queue before it.
    /// </summary>
    [Fact]
    public async Task A_pipe_that_nobody_reads_stops_no_call()
    {
        using var bundles = new BundleFolder();
        bundles.Add();
        bundles.Point(BundleFolder.Version);
        using var process = await RunningProcess.StartAsync(
            bundles.Setting, "--Logging:Console:MaxQueueLength=10", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");
        await LogAsync(process, bundles);
        await process.AssertWellAsync();
    }

    /// <summary>Each reload of a pointer to nothing is logged as an error.</summary>
    private static async Task LogAsync(RunningProcess process, BundleFolder bundles)
    {
        bundles.Point("8.8.8");
        var admin = new ModelAdmin.ModelAdminClient(process.Channel);
        for (var i = 0; i < Reloads; i++)
        {
            var deadline = DateTime.UtcNow.AddMinutes(1);
            Assert.Single((await admin.ReloadAsync(new(), deadline: deadline, cancellationToken: Cancel)).Problems);
        }
    }
}
