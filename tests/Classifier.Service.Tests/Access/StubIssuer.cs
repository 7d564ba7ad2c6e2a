using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Tests.Access;

/// <summary>
/// Publishes its keys as OpenID Connect has it: https://openid.net/specs/openid-connect-discovery-1_0.html.
/// </summary>
internal sealed class StubIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _keyId = "k1";
    private volatile bool _silent;

    public StubIssuer(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            if (_silent)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }

            await next(context);
        });
        _app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}""", "application/json"));
        _app.MapGet("/keys", () => Results.Text(AccessFiles.KeySet(_key, _keyId), "application/json"));
    }

    public string Address { get; }

    public Task StartAsync() => _app.StartAsync();

    /// <summary>Signs with another key from now on, and publishes no other.</summary>
    public void Rotate()
    {
        _key.Dispose();
        (_key, _keyId) = (ECDsa.Create(ECCurve.NamedCurves.nistP256), _keyId + "+");
    }

    /// <summary>Takes in what is asked from now on, and answers nothing.</summary>
    public void FallSilent() => _silent = true;

    public string Token(string? issuer = null, ECDsa? signer = null, string? keyId = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = AccessFiles.Audience,
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "token-holder", ["scope"] = "tag" },
            SigningCredentials =
                new(new ECDsaSecurityKey(signer ?? _key) { KeyId = keyId ?? _keyId }, SecurityAlgorithms.EcdsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
