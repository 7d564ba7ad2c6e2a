using System.Net.Sockets;
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
    public static async Task<int> RunClassifierAsync(this WebApplicationBuilder builder)
    {
        try
        {
            await using var app = builder.Build();
            var models = app.Services.GetRequiredService<ModelHolder>();
            app.MapClassifier();
            app.Lifetime.ApplicationStarted.Register(() => LogAddresses(app));
            await app.RunAsync();
            return models.Failure is null ? 0 : Failure;
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException or IOException or SocketException)
        {
            // Settings that can't be read or can't work, ports that are taken, addresses of other machines: the message says it all.
            await Console.Error.WriteLineAsync($"The service can't start. {e.Message}");
            return Failure;
        }
    }

    private static void LogAddresses(WebApplication app)
    {
        var server = app.Services.GetRequiredService<IServer>();
        var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Log.Listening(app.Logger, addresses.First(), addresses.Last());
    }
}
