using Classifier.Core;
using Classifier.Service.Models;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// The order of a stop: health says not serving, calls are answered as before while others hear of it, then the server
/// closes: calls in flight finish, streams end after the message at hand.
/// </summary>
internal sealed class Drain(ModelHolder models, IOptions<ServiceOptions> options, ILogger<Drain> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _begun;

    /// <summary>The service is about to stop, though it still answers.</summary>
    public bool Begun => _begun;

    /// <summary>Cancelled when the server closes: nothing new is begun.</summary>
    public CancellationToken Closing => _closing.Token;

    public static ClassifierException Draining() => new(
        ErrorKind.Unavailable, "DRAINING",
        "The service is stopping; send what was not answered again, to another instance.");

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        if (models.IsReady)
        {
            Log.Draining(logger, options.Value.DrainNoticeSeconds, options.Value.DrainSeconds);
            await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainNoticeSeconds), cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _closing.CancelAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _closing.Dispose();
}
