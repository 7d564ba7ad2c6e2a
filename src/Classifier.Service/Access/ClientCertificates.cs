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
        certificates.Events = new() { OnCertificateValidated = context => Accept(context, admins) };
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
