using Classifier.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace Classifier.Service.Access;

/// <summary>The policies that endpoints name.</summary>
internal static class AccessPolicies
{
    public const string Tag = AccessScopes.Tag;
    public const string Admin = AccessScopes.Admin;

    /// <summary>Any credential, whatever its scopes. Also for endpoints that name no policy.</summary>
    public const string Known = "known";

    public static void Add(AuthorizationOptions authorization)
    {
        authorization.AddPolicy(Tag, p => p.AddRequirements(new ScopeRequirement(AccessScopes.Tag)));
        authorization.AddPolicy(Admin, p => p.AddRequirements(new ScopeRequirement(AccessScopes.Admin)));
        authorization.AddPolicy(Known, p => p.AddRequirements(new ScopeRequirement(null)));
        authorization.FallbackPolicy = authorization.GetPolicy(Known);
    }

    /// <summary>Where no credentials are configured there is nothing to ask for.</summary>
    public static void ForTagging(this IEndpointConventionBuilder endpoints, AccessOptions access)
    {
        if (access.HasCredentials)
        {
            endpoints.RequireAuthorization(Tag);
        }
        else
        {
            endpoints.AllowAnonymous();
        }
    }

    /// <summary>Open to all, or to any credential.</summary>
    public static void OpenIf(this IEndpointConventionBuilder endpoints, bool open)
    {
        if (open)
        {
            endpoints.AllowAnonymous();
        }
        else
        {
            endpoints.RequireAuthorization(Known);
        }
    }
}
