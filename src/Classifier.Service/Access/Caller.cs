using System.Security.Claims;

namespace Classifier.Service.Access;

/// <summary>Who calls, in one form whatever the credential.</summary>
internal static class Caller
{
    public const string ScopeClaim = "scope";

    public static ClaimsPrincipal Of(string name, IEnumerable<string> scopes, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, name), .. scopes.Select(s => new Claim(ScopeClaim, s))], scheme));

    /// <summary>What limits are counted by: the credential's name, else the address.</summary>
    public static string Key(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? $"name {name}"
        : $"address {context.Connection.RemoteIpAddress}";
}
