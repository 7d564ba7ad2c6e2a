using System.Globalization;
using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Tells systemd "ready" when there are models to serve and not when the ports open, so that units which are ordered
/// after this one find it serving; and, when it stops, how long that may take, so that a unit's own time need not be
/// fitted to the drain's.
/// </summary>
internal sealed class SystemdNotices(ISystemdNotifier inner, ModelHolder models, IOptions<ServiceOptions> options)
    : ISystemdNotifier
{
    /// <summary>For what comes after the drain, such as the last traces on their way out.</summary>
    private static readonly TimeSpan AfterDrain = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public bool IsEnabled => inner.IsEnabled;

    public void Notify(ServiceState state)
    {
        if (state.Equals(ServiceState.Ready))
        {
            _ = NotifyReadyAsync();
            return;
        }

        inner.Notify(state);
        if (state.Equals(ServiceState.Stopping))
        {
            inner.Notify(Lasting(Drain.Longest(options.Value) + AfterDrain));
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

    /// <summary>https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html</summary>
    private static ServiceState Lasting(TimeSpan time) =>
        new(string.Create(CultureInfo.InvariantCulture, $"EXTEND_TIMEOUT_USEC={time.TotalMicroseconds:F0}"));
}
