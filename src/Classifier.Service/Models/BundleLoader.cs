namespace Classifier.Service.Models;

/// <summary>
/// Loads the bundles while the host opens its ports, and health tells of it once they are; a bundle serves once its
/// golden rows agree. Without a champion there is nothing to serve, and the program ends.
/// </summary>
internal sealed class BundleLoader(
    ModelHolder models, ModelReloader reloader, IHostApplicationLifetime lifetime, ILogger<BundleLoader> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var problems = await reloader.ReloadAsync(CancellationToken.None);
        if (!models.IsReady)
        {
            await StopAsync(problems[0], stoppingToken);
        }
    }

    /// <summary>
    /// Stops what has started: a host that still opens its ports would take a stop for a failure of its own.
    /// </summary>
    private async Task StopAsync(ModelProblem problem, CancellationToken stoppingToken)
    {
        await Started().WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            Log.LoadFailed(logger, problem.Message, problem.Unforeseen);
            models.Fail(problem.Message);
            lifetime.StopApplication();
        }
    }

    private Task Started()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }
}
