using System.Security.Cryptography.X509Certificates;
using Classifier.Core.Access;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>Client certificates: which authorities count, and what their holders may do.</summary>
internal sealed class ClientCertificates(IOptions<ServiceOptions> options, ClientAuthorities authorities)
    : IConfigureNamedOptions<CertificateAuthenticationOptions>
{
    /// <summary>Extended key usage of clients: https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12.</summary>
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    public void Configure(string? name, CertificateAuthenticationOptions certificates)
    {
        if (name == CertificateAuthenticationDefaults.AuthenticationScheme
            && options.Value.Access is { HasClientCertificates: true } access)
        {
            Configure(certificates, access);
        }
    }

    public void Configure(CertificateAuthenticationOptions certificates) =>
        Configure(CertificateAuthenticationDefaults.AuthenticationScheme, certificates);

    private void Configure(CertificateAuthenticationOptions certificates, AccessOptions access)
    {
        certificates.AllowedCertificateTypes = CertificateTypes.Chained;
        certificates.ChainTrustValidationMode = X509ChainTrustMode.CustomRootTrust;
        certificates.CustomTrustStore = authorities.Current;

        // A private authority seldom publishes a list; short-lived certificates are its way to withdraw.
        certificates.RevocationMode = X509RevocationMode.NoCheck;
        var admins =
            access.ClientCaAdmins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        certificates.Events = new()
        {
            OnCertificateValidated = context => Accept(context, admins),
            OnAuthenticationFailed = Explain,
        };
    }

    /// <summary>Says why, where the handler only says that it is not valid, and remembers what this says.</summary>
    private static Task Explain(CertificateAuthenticationFailedContext context)
    {
        if (context.HttpContext.Connection.ClientCertificate is { } certificate
            && certificate.NotAfter.ToUniversalTime() < DateTime.UtcNow
            && WasValid(certificate, context.Options))
        {
            context.Fail(new CredentialException(CredentialProblem.Expired));
        }

        return Task.CompletedTask;
    }

    /// <summary>A second before its end, which itself is too late for OpenSSL, by the same authorities.</summary>
    private static bool WasValid(X509Certificate2 certificate, CertificateAuthenticationOptions certificates)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = certificates.RevocationMode;
        chain.ChainPolicy.TrustMode = certificates.ChainTrustValidationMode;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates.CustomTrustStore);
        chain.ChainPolicy.ApplicationPolicy.Add(new(ClientUse));
        chain.ChainPolicy.VerificationTime = certificate.NotAfter.AddSeconds(-1);
        return chain.Build(certificate);
    }

    private static Task Accept(CertificateValidatedContext context, string[] admins)
    {
        var name = context.ClientCertificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        string[] scopes = admins.Contains(name) ? [AccessScopes.Tag, AccessScopes.Admin] : [AccessScopes.Tag];
        context.Principal = Caller.Of(name, scopes, context.Scheme.Name);
        context.Success();
        return Task.CompletedTask;
    }
}
