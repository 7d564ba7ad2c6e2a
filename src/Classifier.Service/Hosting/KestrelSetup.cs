using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>One port for each protocol, since HTTP/1.1 and HTTP/2 without TLS can't share one.</summary>
internal sealed class KestrelSetup(IOptions<ServiceOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        var settings = options.Value;
        var address = IPAddress.Parse(settings.Address);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = settings.MaxMessageBytes;
        kestrel.Listen(address, settings.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
        kestrel.Listen(address, settings.RestPort, listen => listen.Protocols = HttpProtocols.Http1);
    }
}
