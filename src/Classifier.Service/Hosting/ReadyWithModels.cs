using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;

namespace Classifier.Service.Hosting;

/// <summary>
/// Tells systemd "ready" when there are models to serve and not when the ports open, so that units which are ordered
/// after this one find it serving.
/// </summary>
internal sealed class ReadyWithModels(ISystemdNotifier inner, ModelHolder models) : ISystemdNotifier
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public bool IsEnabled => inner.IsEnabled;

    public void Notify(ServiceState state)
    {
        if (state.Equals(ServiceState.Ready))
        {
            _ = NotifyReadyAsync();
        }
        else
        {
            inner.Notify(state);
        }
    }

    /// <summary>Where loading fails the program ends, and so does this.</summary>
    internal async Task NotifyReadyAsync()
    {
        while (!models.IsReady && models.Failure is null)
        {
            await Task.Delay(Look);
        }

        if (models.IsReady)
        {
            inner.Notify(ServiceState.Ready);
        }
    }
}
