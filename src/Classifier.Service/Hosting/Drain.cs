using Classifier.Core;
using Classifier.Service.Models;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// The order of a stop: health says not serving, calls are answered as before while others hear of it, then new
/// ones are refused as unavailable and streams end after the message at hand, then the server closes: calls in
/// flight finish.
/// </summary>
internal sealed class Drain(ModelHolder models, IOptions<ServiceOptions> options, ILogger<Drain> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>
    /// How long new calls are refused before the server closes. A call that is on its way just when it closes its
    /// connection fails with whatever its client makes of that; by then who calls all the time has been sent elsewhere.
    /// </summary>
    public static readonly TimeSpan Parting = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closing = new();
    private volatile bool _begun;

    /// <summary>The service is about to stop, though it still answers.</summary>
    public bool Begun => _begun;

    /// <summary>Cancelled shortly before the server closes: nothing new is begun.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>How long a stop may take.</summary>
    public static TimeSpan Longest(ServiceOptions options) =>
        TimeSpan.FromSeconds(options.DrainNoticeSeconds + options.DrainSeconds) + Parting;

    public static ClassifierException Draining() => new(
        ErrorKind.Unavailable, "DRAINING",
        "The service is stopping; send what was not answered again, to another instance.");

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        if (models.IsReady)
        {
            Log.Draining(logger, options.Value.DrainNoticeSeconds, options.Value.DrainSeconds);
            await WaitAsync(TimeSpan.FromSeconds(options.Value.DrainNoticeSeconds), cancellationToken);
        }

        await _closing.CancelAsync();
        if (models.IsReady)
        {
            await WaitAsync(Parting, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _closing.Dispose();

    private static async Task WaitAsync(TimeSpan time, CancellationToken cancel) =>
        await Task.Delay(time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
