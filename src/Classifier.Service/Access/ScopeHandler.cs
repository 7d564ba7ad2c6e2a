using System.Net;
using Classifier.Core.Access;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>A scope that the caller's credential must have.</summary>
/// <param name="Scope">Null where any credential will do.</param>
internal sealed record ScopeRequirement(string? Scope) : IAuthorizationRequirement;

/// <summary>
/// Holds callers against scopes. Where no credentials are configured, only administering asks for something: to call
/// from this machine.
/// </summary>
internal sealed class ScopeHandler(IOptions<ServiceOptions> options) : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var met = options.Value.Access.HasCredentials
            ? HasScope(context, requirement.Scope)
            : requirement.Scope != AccessScopes.Admin || IsLocal(context.Resource as HttpContext);
        if (met)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool HasScope(AuthorizationHandlerContext context, string? scope) => scope is null
        ? context.User.Identity is { IsAuthenticated: true }
        : context.User.HasClaim(Caller.ScopeClaim, scope);

    private static bool IsLocal(HttpContext? context) =>
        context?.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
