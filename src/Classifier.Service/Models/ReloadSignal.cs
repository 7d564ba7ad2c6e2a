using System.Runtime.InteropServices;

namespace Classifier.Service.Models;

/// <summary>Loads the models anew on SIGHUP, as daemons read their files anew.</summary>
internal sealed class ReloadSignal(ModelReloader reloader) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // On Windows this signal means that the console closes.
        _registration = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration?.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = reloader.ReloadAsync(CancellationToken.None);
    }
}
