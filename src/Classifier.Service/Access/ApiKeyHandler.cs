using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>Knows callers by the header <c>x-api-key</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "x-api-key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers.TryGetValue(Header, out var values) ? Check(values.ToString()) : AuthenticateResult.NoResult());

    private AuthenticateResult Check(string text)
    {
        if (keys.Find(text) is not { } record)
        {
            return AuthenticateResult.Fail(new CredentialException(CredentialProblem.Invalid));
        }

        return record.IsExpired(TimeProvider.GetUtcNow())
            ? AuthenticateResult.Fail(new CredentialException(CredentialProblem.Expired))
            : AuthenticateResult.Success(new(Caller.Of(record.Name, record.Scopes, Scheme.Name), Scheme.Name));
    }
}
