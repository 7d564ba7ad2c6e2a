using System.Security.Cryptography.X509Certificates;
using Classifier.Service.Tests.Access;

namespace Classifier.Client.Tests;

/// <summary>Against the service with TLS, which asks for client certificates.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classifier-tls-");
    private readonly X509Certificate2 _authority = TestCertificates.Authority("clients");
    private readonly X509Certificate2 _server = TestCertificates.SelfSigned("localhost");
    private ServiceProcess _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (server, clients) =
            (Path.Combine(_folder.FullName, "server.pem"), Path.Combine(_folder.FullName, "ca.pem"));
        await File.WriteAllTextAsync(server, TestCertificates.Pem(_server), Cancel);
        await File.WriteAllTextAsync(clients, _authority.ExportCertificatePem(), Cancel);
        _service = new(
            $"--Classifier:Access:CertificateFile={server}", $"--Classifier:Access:ClientCaFile={clients}");
        await _service.InitializeAsync();
    }

    [Fact]
    public async Task The_handler_takes_certificates_of_both_sides_and_keeps_the_rest()
    {
        using var certificate = TestCertificates.Issue(_authority, "reader", DateTimeOffset.UtcNow.AddDays(1));
        SocketsHttpHandler? configured = null;
        using var client = new ClassifierClient(new()
        {
            Address = _service.Address,
            Configure = handler =>
            {
                configured = handler;
                handler.SslOptions = new()
                {
                    ClientCertificates = [certificate],
                    CertificateChainPolicy = new()
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { _server },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                };
            },
        });
        Assert.NotEmpty((await client.GetModelAsync(Cancel)).ModelVersion);
        Assert.True(configured!.EnableMultipleHttp2Connections);
        Assert.Equal(TimeSpan.FromSeconds(60), configured.KeepAlivePingDelay);
        Assert.Equal(TimeSpan.FromSeconds(120), configured.PooledConnectionIdleTimeout);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Delete(true);
        _authority.Dispose();
        _server.Dispose();
    }
}
