using System.Net;
using System.Security.Claims;
using Classifier.Core.Access;
using Classifier.Service.Access;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Access;

public sealed class ScopeHandlerTests
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    [Theory]
    [InlineData(AccessScopes.Tag, "192.0.2.1", true)]
    [InlineData(null, "192.0.2.1", true)]
    [InlineData(AccessScopes.Admin, "192.0.2.1", false)]
    [InlineData(AccessScopes.Admin, "127.0.0.1", true)]
    [InlineData(AccessScopes.Admin, "::1", true)]
    public async Task Without_credentials_only_this_machine_administers(string? scope, string from, bool allowed) =>
        Assert.Equal(allowed, await MayAsync(new(), scope, Nobody, from));

    [Theory]
    [InlineData(AccessScopes.Tag, false)]
    [InlineData(AccessScopes.Admin, true)]
    [InlineData(null, true)]
    public async Task With_credentials_the_scope_decides_wherever_the_call_comes_from(string? scope, bool allowed)
    {
        var admin = Caller.Of("operator", [AccessScopes.Admin], "ApiKey");
        Assert.Equal(allowed, await MayAsync(new() { ApiKeyFile = "keys.tsv" }, scope, admin, "192.0.2.1"));
        Assert.False(await MayAsync(new() { ApiKeyFile = "keys.tsv" }, scope, Nobody, "127.0.0.1"));
    }

    private static async Task<bool> MayAsync(AccessOptions access, string? scope, ClaimsPrincipal caller, string from)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        var context = new AuthorizationHandlerContext([new ScopeRequirement(scope)], caller, http);
        await new ScopeHandler(Options.Create(new ServiceOptions { Access = access })).HandleAsync(context);
        return context.HasSucceeded;
    }
}
