using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Classifier.Core.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Tests.Access;

/// <summary>Credentials of every kind, made afresh, with the files by which the service knows them.</summary>
internal sealed class AccessFiles : IDisposable
{
    public const string Issuer = "https://issuer.example";
    public const string Audience = "classifier";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classifier-access-");
    private readonly ECDsa _signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _authority = TestCertificates.Authority("clients");

    public AccessFiles()
    {
        WriteServerCertificate();
        File.WriteAllText(ClientCa, _authority.ExportCertificatePem());
        File.WriteAllText(Jwks, KeySet(_signer, "k1"));
        File.WriteAllText(Keys, "# keys\n");
    }

    public string Certificate => Path.Combine(_folder.FullName, "server.pem");

    public string ClientCa => Path.Combine(_folder.FullName, "ca.pem");

    public string Jwks => Path.Combine(_folder.FullName, "jwks.json");

    public string Keys => Path.Combine(_folder.FullName, "keys.tsv");

    /// <summary>Settings for TLS and all kinds of credentials.</summary>
    public string[] Settings =>
    [
        $"--Classifier:Access:CertificateFile={Certificate}",
        $"--Classifier:Access:ApiKeyFile={Keys}",
        $"--Classifier:Access:JwksFile={Jwks}",
        $"--Classifier:Access:JwtIssuer={Issuer}",
        $"--Classifier:Access:JwtAudience={Audience}",
        $"--Classifier:Access:ClientCaFile={ClientCa}",
        "--Classifier:Access:ClientCaAdmins=operator",
    ];

    /// <returns>The certificate's serial number.</returns>
    public string WriteServerCertificate()
    {
        using var certificate = TestCertificates.SelfSigned("localhost");
        File.WriteAllText(Certificate, TestCertificates.Pem(certificate));
        return certificate.SerialNumber;
    }

    public string AddKey(string name, string scopes, DateOnly? expires = null)
    {
        var (key, record) = ApiKey.Create(name, AccessScopes.Parse(scopes), expires);
        File.AppendAllText(Keys, record.ToLine() + "\n");
        return $"{key}";
    }

    public string Token(string scopes, DateTime? expires = null, string audience = Audience, ECDsa? signer = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Expires = expires ?? DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "token-holder", ["scope"] = scopes },
            SigningCredentials =
                new(new ECDsaSecurityKey(signer ?? _signer) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha256),
        });

    public X509Certificate2 ClientCertificate(string name, int days = 1) =>
        TestCertificates.Issue(_authority, name, DateTimeOffset.UtcNow.AddDays(days));

    public void Dispose()
    {
        _folder.Delete(true);
        _signer.Dispose();
        _authority.Dispose();
    }

    public static string KeySet(ECDsa key, string id)
    {
        var point = key.ExportParameters(false).Q;
        var jwk = new Dictionary<string, string>
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["kid"] = id,
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
        return JsonSerializer.Serialize(new { keys = new[] { jwk } });
    }
}
