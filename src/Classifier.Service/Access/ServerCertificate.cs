using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>The certificate that both ports show. A renewed one is taken up by the connections that follow.</summary>
internal sealed class ServerCertificate(
    IOptions<ServiceOptions> options, TimeProvider clock, ILogger<ServerCertificate> logger)
{
    private readonly WatchedFile<SslStreamCertificateContext> _file = new(
        [options.Value.Access.CertificateFile, KeyFile(options.Value.Access)],
        () => Read(options.Value.Access),
        TimeSpan.FromSeconds(options.Value.Access.ReloadSeconds),
        clock,
        logger);

    /// <summary>When it ends; null without TLS.</summary>
    public DateTimeOffset? Ends =>
        options.Value.Access.HasTls ? _file.Current.TargetCertificate.NotAfter.ToUniversalTime() : null;

    /// <summary>Reads leaf, chain and key.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">
    /// They don't belong together or are none.
    /// </exception>
    public static SslStreamCertificateContext Read(AccessOptions access)
    {
        var leaf = X509Certificate2.CreateFromPemFile(access.CertificateFile, KeyFile(access));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(access.CertificateFile);
        return SslStreamCertificateContext.Create(
            OperatingSystem.IsWindows() ? Kept(leaf) : leaf, chain, offline: true);
    }

    /// <summary>
    /// The same with a key that Windows' TLS takes; it refuses those that come from PEM and live in memory alone:
    /// https://github.com/dotnet/runtime/issues/23749.
    /// </summary>
    internal static X509Certificate2 Kept(X509Certificate2 leaf)
    {
        using (leaf)
        {
            return X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
        }
    }

    public void Use(ListenOptions listen)
    {
        if (options.Value.Access.HasTls)
        {
            _ = _file.Current;
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(Handshake()) });
        }
    }

    /// <summary>
    /// Any client certificate passes here, and none at all: the certificate handler judges it later, call by call, and
    /// answers with a status where a failed handshake would only break the connection.
    /// </summary>
    [SuppressMessage(
        "Security", "CA5359", Justification = "No certificate is trusted here; the certificate handler judges.")]
    private SslServerAuthenticationOptions Handshake() => new()
    {
        ServerCertificateContext = _file.Current,
        ClientCertificateRequired = options.Value.Access.HasClientCertificates,
        RemoteCertificateValidationCallback = (_, _, _, _) => true,
    };

    private static string KeyFile(AccessOptions access) =>
        access.CertificateKeyFile.Length > 0 ? access.CertificateKeyFile : access.CertificateFile;
}
