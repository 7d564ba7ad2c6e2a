using System.Security.Claims;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Access;

/// <summary>Bearer tokens: who signs them, for whom, and which claims count.</summary>
internal sealed class JwtSetup(
    IOptions<ServiceOptions> options, TimeProvider clock, TokenRefusals refusals, ILogger<JwtSetup> logger)
    : IConfigureNamedOptions<JwtBearerOptions>, IPostConfigureOptions<JwtBearerOptions>
{
    /// <summary>Public-key algorithms only: a key set that is published must not double as a shared secret.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <exception cref="ArgumentException">The file is no key set, or holds no key to check with.</exception>
    public static IReadOnlyList<SecurityKey> ReadKeys(string path)
    {
        var keys = JsonWebKeySet.Create(File.ReadAllText(path)).GetSigningKeys();
        return keys.Count > 0 ? [.. keys] : throw new ArgumentException("It holds no key.");
    }

    public void Configure(string? name, JwtBearerOptions jwt)
    {
        if (name == JwtBearerDefaults.AuthenticationScheme && options.Value.Access is { HasJwt: true } access)
        {
            Configure(jwt, access);
        }
    }

    public void Configure(JwtBearerOptions jwt) => Configure(JwtBearerDefaults.AuthenticationScheme, jwt);

    /// <summary>A key that the issuer has withdrawn counts no more; by default it would for another hour.</summary>
    public void PostConfigure(string? name, JwtBearerOptions jwt)
    {
        if (jwt.ConfigurationManager is BaseConfigurationManager published)
        {
            published.UseLastKnownGoodConfiguration = false;
        }
    }

    private void Configure(JwtBearerOptions jwt, AccessOptions access)
    {
        jwt.MapInboundClaims = false;
        jwt.Audience = access.JwtAudience;
        jwt.TokenValidationParameters.ValidAlgorithms = Algorithms;
        jwt.TokenValidationParameters.ValidIssuer = access.JwtIssuer.Length > 0 ? access.JwtIssuer : null;
        jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(access.JwtSkewSeconds);
        jwt.Events = new()
        {
            OnTokenValidated = context => Accept(context, access.JwtScopeClaim),
            OnAuthenticationFailed = context => Tell(context.Exception),
        };
        if (access.JwtAuthority.Length > 0)
        {
            Follow(jwt, access);
            return;
        }

        var keys = new WatchedFile<IReadOnlyList<SecurityKey>>(
            [access.JwksFile],
            () => ReadKeys(access.JwksFile),
            TimeSpan.FromSeconds(access.ReloadSeconds),
            clock,
            logger);
        jwt.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.Current;
    }

    private static void Follow(JwtBearerOptions jwt, AccessOptions access)
    {
        jwt.Authority = access.JwtAuthority;
        jwt.RequireHttpsMetadata = !new Uri(access.JwtAuthority).IsLoopback;
        jwt.BackchannelTimeout = TimeSpan.FromSeconds(access.JwtTimeoutSeconds);

        // A token by a key that is not known has the keys fetched again, so often at most.
        jwt.RefreshInterval = TimeSpan.FromSeconds(access.ReloadSeconds);

        // A key that is withdrawn counts until then; the library does not take less.
        jwt.AutomaticRefreshInterval = BaseConfigurationManager.MinimumAutomaticRefreshInterval;
        jwt.Events.OnMessageReceived = RefuseUnchecked;
    }

    private static Task RefuseUnchecked(MessageReceivedContext context)
    {
        if (HasToken(context.Request) && !context.HttpContext.RequestServices.GetRequiredService<AuthorityKeys>().Known)
        {
            context.Fail(new CredentialException(CredentialProblem.Unchecked));
        }

        return Task.CompletedTask;
    }

    private static bool HasToken(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private Task Tell(Exception failure)
    {
        refusals.Add(failure);
        return Task.CompletedTask;
    }

    private Task Accept(TokenValidatedContext context, string scopeClaim)
    {
        if (context.Principal?.FindFirstValue("sub") is { Length: > 0 } subject)
        {
            var scopes = context.Principal.FindAll(scopeClaim).SelectMany(c => c.Value.Split(' '));
            context.Principal = Caller.Of(subject, scopes, context.Scheme.Name);
        }
        else
        {
            refusals.Add(TokenRefusals.Subject);
            context.Fail(new CredentialException(CredentialProblem.Invalid));
        }

        return Task.CompletedTask;
    }
}
