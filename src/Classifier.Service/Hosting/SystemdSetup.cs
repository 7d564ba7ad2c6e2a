using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Under systemd: its log format, its stop signal, and word when the service is ready.</summary>
internal static class SystemdSetup
{
    public static void AddUnderSystemd(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSystemd();
        if (SystemdHelpers.IsSystemdService())
        {
            // It sets its own format over the configured one, so that one is read again.
            services.Configure<ConsoleLoggerOptions>(configuration.GetSection(LogSettings.Console));
            services.AddSingleton<ISystemdNotifier>(provider => new SystemdNotices(
                new SystemdNotifier(),
                provider.GetRequiredService<ModelHolder>(),
                provider.GetRequiredService<IOptions<ServiceOptions>>()));
        }
    }
}
