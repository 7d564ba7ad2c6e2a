namespace Classifier.Service.Models;

/// <summary>
/// Loads the bundles while the ports already answer, so that health tells of it; a bundle serves once its golden rows
/// agree. Without a champion there is nothing to serve, and the program ends.
/// </summary>
internal sealed class BundleLoader(
    ModelHolder models, ModelReloader reloader, IHostApplicationLifetime lifetime, ILogger<BundleLoader> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started().WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            await LoadOrStopAsync();
        }
    }

    /// <summary>Ends when the ports are open; a service that can't open them has no use for models.</summary>
    private Task Started()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private async Task LoadOrStopAsync()
    {
        var problems = await reloader.ReloadAsync(CancellationToken.None);
        if (models.IsReady)
        {
            return;
        }

        var (_, _, message, unforeseen) = problems[0];
        Log.LoadFailed(logger, message, unforeseen);
        models.Fail(message);
        lifetime.StopApplication();
    }
}
