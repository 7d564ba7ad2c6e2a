using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>Refuses callers who lack what an endpoint asks for.</summary>
internal sealed class AccessRefusal(
    IOptions<ServiceOptions> options, CallRefusal refusal, TokenRefusals tokens)
    : IAuthorizationMiddlewareResultHandler
{
    private readonly AccessOptions _access = options.Value.Access;

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded)
        {
            return next(context);
        }

        if (!_access.HasCredentials)
        {
            return refusal.WriteAsync(AccessErrors.NotLocal(), context);
        }

        return result.Challenged
            ? RefuseStrangerAsync(context)
            : RefuseCallerAsync(context, ScopeOf(policy));
    }

    /// <summary>A policy that asks for no scope is met by any credential, and refuses strangers only.</summary>
    private static string ScopeOf(AuthorizationPolicy policy) =>
        policy.Requirements.OfType<ScopeRequirement>().FirstOrDefault()?.Scope ?? "";

    private Task RefuseCallerAsync(HttpContext context, string scope)
    {
        if (context.User.Identity?.AuthenticationType == JwtBearerDefaults.AuthenticationScheme)
        {
            tokens.Add(TokenRefusals.Scope);
        }

        return refusal.WriteAsync(AccessErrors.WithoutScope(scope), context);
    }

    private async Task RefuseStrangerAsync(HttpContext context)
    {
        // Handlers remember their answer; this doesn't check the credential again.
        var error = AccessErrors.Stranger((await context.AuthenticateAsync()).Failure, _access);
        if (error.Kind == ErrorKind.Unauthenticated)
        {
            context.Response.Headers.WWWAuthenticate = _access.HasJwt ? "Bearer" : "ApiKey";
        }

        await refusal.WriteAsync(error, context);
    }
}
