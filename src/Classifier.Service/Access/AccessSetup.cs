using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>Who may call: credentials, scopes, limits by client.</summary>
internal static class AccessSetup
{
    private const string AnyScheme = "Any";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ServiceOptions>, AccessOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServerCertificate>();
        services.AddSingleton<ApiKeys>();
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, any => any.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddJwtBearer()
            .AddCertificate();
        services.RemoveKeyRing();
        services.AddClientAuthorities();
        services.AddSingleton<TokenRefusals>();
        services.ConfigureOptions<JwtSetup>();
        services.AddSingleton<AuthorityKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<AuthorityKeys>());
        services.ConfigureOptions<ClientCertificates>();
        services.AddAuthorization(AccessPolicies.Add);
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusal>();
        services.AddSingleton<ClientAllowance>();
        services.AddSingleton<ClientLimit>();
    }

    private static void AddClientAuthorities(this IServiceCollection services)
    {
        services.AddSingleton<ClientAuthorities>();
        services.AddSingleton<IOptionsChangeTokenSource<CertificateAuthenticationOptions>>(Authorities);
        services.AddSingleton<ICertificateValidationCache>(Authorities);
    }

    /// <summary>
    /// Authentication brings data protection along, which at each start reads its keys, or writes a new one in clear
    /// into the home of whoever started the service. It guards cookies and forms; credentials here are neither.
    /// </summary>
    private static void RemoveKeyRing(this IServiceCollection services)
    {
        var startup = services.Single(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationType?.Name == "DataProtectionHostedService");
        services.Remove(startup);
    }

    private static ClientAuthorities Authorities(IServiceProvider services) =>
        services.GetRequiredService<ClientAuthorities>();

    public static void UseAccess(this WebApplication app)
    {
        app.UseCredentials();
        var options = app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value;
        if (options.Access.CallsPerMinute > 0)
        {
            app.UseMiddleware<ClientLimit>();
        }

        Warn(app, options);
    }

    /// <summary>
    /// Calls that are open to all go round both, which would find that out anew at each of them, for 4 µs.
    /// </summary>
    private static void UseCredentials(this WebApplication app)
    {
        RequestDelegate? beyond = null;
        app.Use(next => context => IsOpen(context) ? PassAsync(context) : next(context));
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(next => beyond = next);

        Task PassAsync(HttpContext context)
        {
            if (CallKind.Of(context) is { IsTagging: true })
            {
                // All that answers such a call lives as long as the service, so that a scope would stay empty.
                context.RequestServices = app.Services;
            }

            return beyond!(context);
        }
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The credential that came decides; of several, the first in this order.</summary>
    private static string SchemeOf(HttpContext context)
    {
        var access = context.RequestServices.GetRequiredService<IOptions<ServiceOptions>>().Value.Access;
        if (access.HasApiKeys && context.Request.Headers.ContainsKey(ApiKeyHandler.Header))
        {
            return ApiKeyHandler.SchemeName;
        }

        if (access.HasJwt && context.Request.Headers.Authorization.Count > 0)
        {
            return JwtBearerDefaults.AuthenticationScheme;
        }

        if (access.HasClientCertificates && context.Connection.ClientCertificate is not null)
        {
            context.RequestServices.GetRequiredService<ClientAuthorities>().Look(context);
            return CertificateAuthenticationDefaults.AuthenticationScheme;
        }

        return ApiKeyHandler.SchemeName;
    }

    private static void Warn(WebApplication app, ServiceOptions options)
    {
        if (!AccessOptionsValidator.IsExposed(options))
        {
            return;
        }

        if (!options.Access.HasTls)
        {
            Log.ClearText(app.Logger, options.Address);
        }

        if (!options.Access.HasCredentials)
        {
            Log.OpenToAll(app.Logger, options.Address);
        }
    }
}
