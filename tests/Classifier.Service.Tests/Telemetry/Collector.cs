using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Telemetry;

/// <summary>Takes OTLP over HTTP and keeps what comes, as Latin-1, in which every byte is a letter.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private readonly WebApplication _app;

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/{**path}", KeepAsync);
    }

    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public Task StartAsync() => _app.StartAsync();

    public string Received(string path) =>
        string.Concat(_received.Where(r => r.Path == path).Select(r => r.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        _received.Enqueue((context.Request.Path.Value!, await reader.ReadToEndAsync()));
    }
}
