using System.Net;
using Classifier.Service.Access;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>One port for each protocol, since HTTP/1.1 and HTTP/2 without TLS can't share one.</summary>
internal sealed class KestrelSetup(IOptions<ServiceOptions> options, ServerCertificate certificate)
    : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>
    /// Kestrel's own default for the head of a request, which needs no more where connections may idle longer.
    /// </summary>
    private const int HeaderSeconds = 30;

    public void Configure(KestrelServerOptions kestrel)
    {
        var settings = options.Value;
        var address = IPAddress.Parse(settings.Address);
        kestrel.AddServerHeader = false;

        // It would open endpoints that come into a file of settings later on, too, which nobody looks at any more.
        kestrel.ConfigurationLoader = null;
        kestrel.Limits.MaxRequestBodySize = settings.MaxMessageBytes;
        Guard(kestrel.Limits, settings);
        kestrel.Listen(address, settings.GrpcPort, listen => Open(listen, HttpProtocols.Http2));
        kestrel.Listen(address, settings.RestPort, listen => Open(listen, HttpProtocols.Http1));
    }

    /// <summary>
    /// Whoever is gone without a word, or never begins, is dropped; otherwise such connections only pile up.
    /// </summary>
    private static void Guard(KestrelServerLimits limits, ServiceOptions settings)
    {
        limits.MaxConcurrentConnections = settings.MaxConnections;
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(settings.IdleSeconds);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(Math.Min(settings.IdleSeconds, HeaderSeconds));
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(settings.PingSeconds);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(settings.PingSeconds);
    }

    private void Open(ListenOptions listen, HttpProtocols protocols)
    {
        listen.Protocols = protocols;
        certificate.Use(listen);
    }
}
