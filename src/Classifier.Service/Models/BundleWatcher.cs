using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Models;

/// <summary>
/// Looks at the pointers and the files that they name every few seconds, and loads them anew once a change has
/// settled. Polling, since notices from the file system are lost on network drives and mounted volumes.
/// </summary>
internal sealed class BundleWatcher(ModelReloader reloader, IOptions<ServiceOptions> options) : BackgroundService
{
    private string? _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.WatchSeconds == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.WatchSeconds));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A stop is no failure, though the host takes it for one while it still starts.
        }
    }

    /// <summary>
    /// Loads what changed, if it looks the same as it did at the last look: files arrive one by one. Where nothing has,
    /// bundles that could not be read are tried again.
    /// </summary>
    /// <returns>Whether it loaded.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancel)
    {
        if (reloader.Tried is not { } tried)
        {
            return false;
        }

        var present = reloader.Present();
        var settled = present == _seen;
        _seen = present;
        if (present == tried)
        {
            return await reloader.RetryAsync(cancel);
        }

        if (settled)
        {
            await reloader.ReloadAsync(cancel);
        }

        return settled;
    }
}
