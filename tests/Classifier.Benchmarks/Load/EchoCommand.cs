using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Classifier.Benchmarks.Load;

/// <summary>
/// <c>echo</c>: a gRPC service that does nothing, to measure the other by; <see cref="LoadCommand"/> starts it.
/// </summary>
internal static class EchoCommand
{
    public const string Name = "echo";

    public static Option<int> Port { get; } = new("--port") { Required = true };

    public static Command Create()
    {
        var command = new Command(Name, "Serves an empty gRPC echo on 127.0.0.1.") { Port };
        command.Hidden = true;
        command.SetAction((parsed, cancel) => ServeAsync(parsed.GetValue(Port), cancel));
        return command;
    }

    /// <summary>Kestrel as the service sets it up, without anything else of it.</summary>
    private static async Task ServeAsync(int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        builder.Services.AddGrpcHealthChecks().AddCheck(Name, () => HealthCheckResult.Healthy());
        await using var app = builder.Build();
        app.MapGrpcService<EchoService>();
        app.MapGrpcHealthChecksService();
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
    }
}
