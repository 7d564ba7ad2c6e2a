using System.Security.Cryptography.X509Certificates;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Classifier.Service.Access;

/// <summary>
/// The authorities of client certificates. Once their file has changed, the certificate handler gets its options anew,
/// and what was remembered about certificates is forgotten.
/// </summary>
internal sealed class ClientAuthorities
    : IOptionsChangeTokenSource<CertificateAuthenticationOptions>, ICertificateValidationCache, IDisposable
{
    private static readonly object Remembered = new();

    private readonly Lock _gate = new();
    private readonly WatchedFile<X509Certificate2Collection> _file;
    private readonly IOptions<CertificateValidationCacheOptions> _cache;
    private CancellationTokenSource _changed = new();
    private CertificateValidationCache? _remembered;
    private X509Certificate2Collection? _seen;

    public ClientAuthorities(
        IOptions<ServiceOptions> options,
        IOptions<CertificateValidationCacheOptions> cache,
        TimeProvider clock,
        ILogger<ClientAuthorities> logger)
    {
        _cache = cache;
        var access = options.Value.Access;
        _file = new(
            [access.ClientCaFile],
            () => Read(access.ClientCaFile),
            TimeSpan.FromSeconds(access.ReloadSeconds),
            clock,
            logger);
    }

    public string Name => CertificateAuthenticationDefaults.AuthenticationScheme;

    public X509Certificate2Collection Current => _file.Current;

    /// <exception cref="ArgumentException">The file holds no certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        return authorities.Count > 0 ? authorities : throw new ArgumentException("It holds no certificate.");
    }

    /// <summary>
    /// To be asked before a certificate is judged. The call keeps the memory of this moment, so that a judgement by old
    /// authorities never gets into the memory of new ones.
    /// </summary>
    public void Look(HttpContext context)
    {
        lock (_gate)
        {
            var now = Current;
            if (!ReferenceEquals(now, _seen))
            {
                Tell();
                (_remembered, _seen) = (new(_cache), now);
            }

            context.Items[Remembered] = _remembered;
        }
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public AuthenticateResult? Get(HttpContext context, X509Certificate2 certificate) =>
        (context.Items[Remembered] as CertificateValidationCache)?.Get(context, certificate);

    public void Put(HttpContext context, X509Certificate2 certificate, AuthenticateResult result) =>
        (context.Items[Remembered] as CertificateValidationCache)?.Put(context, certificate, result);

    public void Dispose() => _changed.Dispose();

    private void Tell()
    {
        using var old = _changed;
        _changed = new();
        old.Cancel();
    }
}
