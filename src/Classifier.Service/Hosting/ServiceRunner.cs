using System.Net.Sockets;
using Classifier.Service.Access;
using Classifier.Service.Models;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Runs the service until it is stopped.</summary>
internal static class ServiceRunner
{
    private const int Failure = 1;

    /// <summary>The exit code: 0 after an ordinary stop, 1 where it could not start or had nothing to serve.</summary>
    /// <param name="prepare">Reads the settings and puts the service together.</param>
    public static async Task<int> RunAsync(Func<WebApplicationBuilder> prepare)
    {
        try
        {
            await using var app = prepare().Build();
            var models = app.Services.GetRequiredService<ModelHolder>();
            app.MapClassifier();
            app.Lifetime.ApplicationStarted.Register(() => LogAddresses(app));
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return models.Failure is null ? 0 : Failure;
        }
        catch (InvalidDataException e)
        {
            // A file of settings: which one the message says, and what is wrong with it the error below.
            return await RefuseAsync(
                e.InnerException is null ? e.Message : $"{e.Message} {e.GetBaseException().Message}");
        }
        catch (Exception e) when (
            e is OptionsValidationException or InvalidOperationException or SocketException
                || AccessOptionsValidator.IsUnusable(e))
        {
            // Settings and files that can't be read or can't work, ports that are taken, addresses of other machines:
            // the message says it all.
            return await RefuseAsync(e.Message);
        }
    }

    /// <summary>
    /// A host that can't start counts as stopping: services that have not come to their turn end canceled then, which it
    /// would otherwise report as a failure of theirs, with a stack trace.
    /// </summary>
    /// <exception cref="InvalidOperationException">A port can't be opened.</exception>
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
        {
            app.Lifetime.StopApplication();
            if (e is IOException or SocketException
                && ListenTrouble.Of(e, app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value) is { } why)
            {
                throw new InvalidOperationException($"{why}.", e);
            }

            throw;
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"The service can't start. {why}");
        return Failure;
    }

    private static void LogAddresses(WebApplication app)
    {
        var server = app.Services.GetRequiredService<IServer>();
        var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Log.Listening(app.Logger, addresses.First(), addresses.Last());
    }
}
