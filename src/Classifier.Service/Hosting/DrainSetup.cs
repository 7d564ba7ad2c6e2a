using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Gives the host as long to stop as the drain may take.</summary>
internal sealed class DrainSetup(IOptions<ServiceOptions> options) : IConfigureOptions<HostOptions>
{
    public void Configure(HostOptions host) => host.ShutdownTimeout = Drain.Longest(options.Value);
}
