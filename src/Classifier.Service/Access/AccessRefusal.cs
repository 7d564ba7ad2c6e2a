using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Access;

/// <summary>Tells a refused caller what was missing, and never what came close.</summary>
internal sealed class AccessRefusal(IOptions<ServiceOptions> options, ServiceMetrics metrics)
    : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            return next(context);
        }

        return result.Challenged && options.Value.Access.HasCredentials
            ? RefuseStrangerAsync(context)
            : RefuseAsync(
                context, WithoutScope(policy.Requirements.OfType<ScopeRequirement>().FirstOrDefault()?.Scope));
    }

    private async Task RefuseStrangerAsync(HttpContext context)
    {
        // Handlers remember their answer; this doesn't check the credential again.
        var refusal = (await context.AuthenticateAsync()).Failure switch
        {
            null => Stranger("CREDENTIALS_MISSING", $"This call needs {Accepted()}."),
            CredentialException { Problem: CredentialProblem.Unchecked } => Unchecked(),
            CredentialException { Problem: CredentialProblem.Expired } or SecurityTokenExpiredException =>
                Stranger("CREDENTIALS_EXPIRED", "The credential has expired; get a new one."),
            _ => Stranger("CREDENTIALS_INVALID", $"The credential is not valid here; this call needs {Accepted()}."),
        };
        if (refusal.Code == StatusCode.Unauthenticated)
        {
            context.Response.Headers.WWWAuthenticate = options.Value.Access.HasJwt ? "Bearer" : "ApiKey";
        }

        await RefuseAsync(context, refusal);
    }

    private static Refusal Stranger(string reason, string message) => new(StatusCode.Unauthenticated, reason, message);

    private static Refusal Unchecked() => new(
        StatusCode.Unavailable,
        "AUTHORITY_UNAVAILABLE",
        "The token can't be checked yet: its authority has not given its keys; wait and send again.")
    {
        Retry = AuthorityKeys.Pause,
    };

    private Refusal WithoutScope(string? scope) => options.Value.Access.HasCredentials
        ? new(StatusCode.PermissionDenied, "SCOPE_MISSING", $"The credential lacks the scope {scope}.")
        {
            Scope = scope
        }
        : new(
            StatusCode.PermissionDenied,
            "LOOPBACK_ONLY",
            "Without credentials configured this is done from this machine only; call over loopback.");

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        metrics.Refused(refusal.Reason);
        return refusal.WriteAsync(context);
    }

    private string Accepted()
    {
        var access = options.Value.Access;
        IEnumerable<string> ways =
        [
            .. access.HasApiKeys ? [$"an API key in the header {ApiKeyHandler.Header}"] : Array.Empty<string>(),
            .. access.HasJwt ? ["a bearer token in the header authorization"] : Array.Empty<string>(),
            .. access.HasClientCertificates ? ["a client certificate"] : Array.Empty<string>(),
        ];
        return string.Join(" or ", ways);
    }
}
