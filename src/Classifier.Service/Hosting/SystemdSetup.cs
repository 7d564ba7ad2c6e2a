using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;

namespace Classifier.Service.Hosting;

/// <summary>Under systemd: its log format, its stop signal, and word when the service is ready.</summary>
internal static class SystemdSetup
{
    public static void AddUnderSystemd(this IServiceCollection services)
    {
        services.AddSystemd();
        if (SystemdHelpers.IsSystemdService())
        {
            services.AddSingleton<ISystemdNotifier>(provider =>
                new ReadyWithModels(new SystemdNotifier(), provider.GetRequiredService<ModelHolder>()));
        }
    }
}
