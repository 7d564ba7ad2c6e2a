using System.Net.Security;
using System.Net.Sockets;
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

    public void Dispose() => _files.Dispose();

    private static async Task<string> SerialAsync(int port)
    {
        using var socket = new TcpClient("127.0.0.1", port);
        await using var tls = new SslStream(socket.GetStream(), false, (_, server, _, _) => server is not null);
        await tls.AuthenticateAsClientAsync("localhost");
        return tls.RemoteCertificate!.GetSerialNumberString();
    }
}
