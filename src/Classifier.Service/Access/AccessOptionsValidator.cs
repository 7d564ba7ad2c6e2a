using System.Net;
using System.Security.Cryptography;
using Classifier.Core;
using Classifier.Core.Access;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;
using Rules = Classifier.Service.Hosting.ServiceOptionsValidator;

namespace Classifier.Service.Access;

/// <summary>
/// Refuses what would open the service unasked, and files that can't be used, before a port is opened.
/// </summary>
internal sealed class AccessOptionsValidator : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var failures = Failures(options, options.Access).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ServiceOptions options, AccessOptions access) =>
    [
        .. Rules.Text(nameof(options.Address), options.Address, !IsExposed(options) || access.HasTls || access.Insecure,
            "a loopback address, unless Access:CertificateFile brings TLS or --insecure allows clear text"),
        .. Needs(
            nameof(access.CertificateKeyFile), access.CertificateKeyFile, access.HasTls, "CertificateFile beside it"),
        .. Needs(nameof(access.ClientCaFile), access.ClientCaFile, access.HasTls, "CertificateFile beside it"),
        .. Needs(nameof(access.ClientCaAdmins), access.ClientCaAdmins, access.HasClientCertificates,
            "ClientCaFile beside it"),
        .. Needs(nameof(access.JwksFile), access.JwksFile, access.JwtAuthority.Length == 0,
            "one of JwksFile and JwtAuthority"),
        .. Rule(nameof(access.JwtIssuer), access.JwtIssuer, access.JwksFile.Length == 0 || access.JwtIssuer.Length > 0,
            "the issuer of the tokens, where JwksFile is set"),
        .. Rule(nameof(access.JwtAudience), access.JwtAudience, !access.HasJwt || access.JwtAudience.Length > 0,
            "the audience of the tokens, where JwksFile or JwtAuthority is set"),
        .. Rule(nameof(access.JwtAuthority), access.JwtAuthority,
            access.JwtAuthority.Length == 0 || IsAuthority(access.JwtAuthority),
            "an https address (or http on loopback)"),
        .. Rules.Range(Name(nameof(access.JwtSkewSeconds)), access.JwtSkewSeconds, 0, 300),
        .. Rules.Range(Name(nameof(access.JwtTimeoutSeconds)), access.JwtTimeoutSeconds, 1, 60),
        .. Loads(
            nameof(access.CertificateFile),
            access.CertificateFile,
            _ => ServerCertificate.Read(access),
            KeyHint(access)),
        .. Loads(nameof(access.ClientCaFile), access.ClientCaFile, ClientAuthorities.Read),
        .. Loads(nameof(access.ApiKeyFile), access.ApiKeyFile, ApiKeyFile.Read),
        .. Loads(nameof(access.JwksFile), access.JwksFile, JwtSetup.ReadKeys),
        .. Rules.Range(Name(nameof(access.CallsPerMinute)), access.CallsPerMinute, 0, 6_000_000),
        .. Rules.Range(Name(nameof(access.BurstCalls)), access.BurstCalls, 1, 100_000),
        .. Rule(nameof(access.BurstCalls), $"{access.BurstCalls}",
            access.BurstCalls < 1 || access.BurstCalls >= ClientAllowance.LeastBurst(access.CallsPerMinute),
            $"{ClientAllowance.LeastBurst(access.CallsPerMinute)} or more beside the CallsPerMinute of "
                + $"{access.CallsPerMinute}, since calls are allowed anew ten times a second"),
        .. Rules.Range(Name(nameof(access.ReloadSeconds)), access.ReloadSeconds, 1, 3600),
    ];

    /// <summary>Other machines can reach it.</summary>
    internal static bool IsExposed(ServiceOptions options) =>
        IPAddress.TryParse(options.Address, out var address) && !IPAddress.IsLoopback(address);

    private static bool IsAuthority(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static IEnumerable<string> Needs(string option, string value, bool met, string allowed) =>
        Rule(option, value, value.Length == 0 || met, allowed);

    private static IEnumerable<string> Rule(string option, string value, bool valid, string allowed) =>
        Rules.Text(Name(option), value, valid, allowed);

    private static string KeyHint(AccessOptions access) => access.CertificateKeyFile.Length == 0
        ? $" A key in a file of its own is named by {Name(nameof(access.CertificateKeyFile))}."
        : $" {Name(nameof(access.CertificateKeyFile))} is \"{access.CertificateKeyFile}\".";

    private static IEnumerable<string> Loads(string option, string path, Func<string, object> read, string hint = "")
    {
        if (path.Length == 0)
        {
            return [];
        }

        try
        {
            read(path);
            return [];
        }
        catch (Exception e) when (IsUnusable(e))
        {
            return Rules.Text(Name(option), path, false, $"a file that can be used. {e.Message}{hint}");
        }
    }

    /// <summary>What reading a file of keys or certificates throws where the file is at fault.</summary>
    internal static bool IsUnusable(Exception e) => e is IOException or UnauthorizedAccessException
        or CryptographicException or ClassifierException or ArgumentException;

    private static string Name(string option) => $"{nameof(ServiceOptions.Access)}:{option}";
}
