using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Gives the host as long to stop as the drain may take.</summary>
internal sealed class DrainSetup(IOptions<ServiceOptions> options) : IConfigureOptions<HostOptions>
{
    public void Configure(HostOptions host) =>
        host.ShutdownTimeout =
            TimeSpan.FromSeconds(options.Value.DrainNoticeSeconds + options.Value.DrainSeconds) + Drain.Parting;
}
