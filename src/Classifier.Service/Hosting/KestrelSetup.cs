using System.Net;
using Classifier.Service.Access;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>One port for each protocol, since HTTP/1.1 and HTTP/2 without TLS can't share one.</summary>
internal sealed class KestrelSetup(IOptions<ServiceOptions> options, ServerCertificate certificate)
    : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        var settings = options.Value;
        var address = IPAddress.Parse(settings.Address);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = settings.MaxMessageBytes;
        kestrel.Listen(address, settings.GrpcPort, listen => Open(listen, HttpProtocols.Http2));
        kestrel.Listen(address, settings.RestPort, listen => Open(listen, HttpProtocols.Http1));
    }

    private void Open(ListenOptions listen, HttpProtocols protocols)
    {
        listen.Protocols = protocols;
        certificate.Use(listen);
    }
}
