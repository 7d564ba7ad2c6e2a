using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;

namespace Classifier.Service.Tests.Access;

/// <summary>Someone with a credential, or none.</summary>
internal sealed class TestCaller((string Name, string Value)? header, X509Certificate2? certificate) : IDisposable
{
    public GrpcChannel Channel { get; private set; } = null!;

    public HttpClient Rest { get; private set; } = null!;

    public Metadata Headers => header is { } h ? new() { { h.Name, h.Value } } : [];

    public void Connect(string grpc, Uri rest)
    {
        Channel = GrpcChannel.ForAddress(grpc, new() { HttpHandler = Handler(), DisposeHttpClient = true });
        Rest = new(Handler()) { BaseAddress = rest };
        if (header is { } h)
        {
            Rest.DefaultRequestHeaders.Add(h.Name, h.Value);
        }
    }

    public void Dispose()
    {
        Channel?.Dispose();
        Rest?.Dispose();
        certificate?.Dispose();
    }

    private SocketsHttpHandler Handler()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) => server is not null;
        if (certificate is not null)
        {
            // The handler would leave out certificates whose issuers the server doesn't announce.
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        return handler;
    }
}
