using System.Diagnostics;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Models;

/// <summary>
/// Loads the bundle while the ports already answer, so that health tells of it; a bundle serves once its golden rows
/// agree. Without one there is nothing to serve, and the program ends.
/// </summary>
internal sealed class BundleLoader(
    ModelHolder models,
    IOptions<ServiceOptions> options,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<BundleLoader> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started().WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            LoadOrStop();
        }
    }

    /// <summary>Ends when the ports are open; a service that can't open them has no use for models.</summary>
    private Task Started()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private void LoadOrStop()
    {
        try
        {
            Load();
        }
        catch (Exception e)
        {
            // Damaged files fail in more ways than the core can name, and all of them end the program.
            Log.LoadFailed(logger, e.Message, e is ClassifierException ? null : e);
            models.Fail(e.Message);
            lifetime.StopApplication();
        }
    }

    private void Load()
    {
        var clock = Stopwatch.StartNew();
        var folder = BundleLocator.Find(options.Value, environment.ContentRootPath);
        var classifier = new PassageClassifier(ModelBundle.Load(folder));
        GoldenCheck.Verify(classifier, folder);
        models.Serve(classifier);
        Log.Serving(logger, classifier.Bundle.Manifest.Version, folder, clock.ElapsedMilliseconds);
    }
}
