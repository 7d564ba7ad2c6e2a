using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Classifier.Service.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Access;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly AccessFiles _files = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_never()
    {
        var first = _files.WriteServerCertificate();
        await using var service = new RunningService(
            services => services.AddSingleton<TimeProvider>(_clock),
            $"--Classifier:Access:CertificateFile={_files.Certificate}");
        await service.StartAsync();
        var port = service.Rest.BaseAddress!.Port;
        Assert.Equal(first, await SerialAsync(port));

        var second = _files.WriteServerCertificate();
        Assert.Equal(first, await SerialAsync(port));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(second, await SerialAsync(port));

        await File.WriteAllTextAsync(_files.Certificate, "-----BEGIN", TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(second, await SerialAsync(port));
    }

    /// <summary>What is done on Windows alone; the key has to come through it.</summary>
    [Fact]
    public void A_certificate_whose_key_is_kept_is_the_same()
    {
        var serial = _files.WriteServerCertificate();
        using var kept = ServerCertificate.Kept(X509Certificate2.CreateFromPemFile(_files.Certificate));
        Assert.Equal((serial, true), (kept.SerialNumber, kept.HasPrivateKey));
        using var secret = kept.GetECDsaPrivateKey()!;
        using var open = kept.GetECDsaPublicKey()!;
        Assert.True(open.VerifyHash(new byte[32], secret.SignHash(new byte[32])));
    }

    public void Dispose() => _files.Dispose();

    private static async Task<string> SerialAsync(int port)
    {
        using var socket = new TcpClient("127.0.0.1", port);
        await using var tls = new SslStream(socket.GetStream(), false, (_, server, _, _) => server is not null);
        await tls.AuthenticateAsClientAsync("localhost");
        return tls.RemoteCertificate!.GetSerialNumberString();
    }
}
