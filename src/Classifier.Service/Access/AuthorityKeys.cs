using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>
/// Fetches what an authority publishes, from the start of the service until it is here; from then on the handler of
/// tokens renews it in the background and never waits. Until then no token is looked at: the handler would have one
/// call after the other wait for the authority, and none would hear of its deadline.
/// </summary>
internal sealed class AuthorityKeys(
    IOptions<ServiceOptions> options, IOptionsMonitor<JwtBearerOptions> schemes, ILogger<AuthorityKeys> logger)
    : BackgroundService
{
    /// <summary>Between two attempts; also when refused callers are told to call again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile bool _known;

    /// <summary>Tokens can be checked.</summary>
    public bool Known => _known;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Access.JwtAuthority is not { Length: > 0 } authority)
        {
            return;
        }

        for (var isFirst = true; !await TryFetchAsync(authority, isFirst, stoppingToken); isFirst = false)
        {
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task<bool> TryFetchAsync(string authority, bool isFirst, CancellationToken stop)
    {
        try
        {
            // The manager itself stops for its time-out alone.
            var published = schemes.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
            await published.GetConfigurationAsync(stop).WaitAsync(stop);
            _known = true;
            Log.AuthorityKnown(logger, authority);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            if (isFirst)
            {
                Log.AuthorityUnreachable(logger, authority, Why(e));
            }
        }

        return _known;
    }

    /// <summary>The manager's own words are those of its library, with the cause's stack trace.</summary>
    private static string Why(Exception e) => e.InnerException?.InnerException?.Message ?? e.Message;
}
