using Classifier.Core;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Access;

/// <summary>Why callers are not let in: what was missing, and never what came close.</summary>
internal static class AccessErrors
{
    /// <param name="failure">What is wrong with the credential that came; null where none came.</param>
    /// <param name="access">Which credentials count.</param>
    public static ClassifierException Stranger(Exception? failure, AccessOptions access) => failure switch
    {
        null => Unknown("CREDENTIALS_MISSING", $"This call needs {Accepted(access)}."),
        CredentialException { Problem: CredentialProblem.Unchecked } => Unchecked(),
        CredentialException { Problem: CredentialProblem.Expired } or SecurityTokenExpiredException =>
            Unknown("CREDENTIALS_EXPIRED", "The credential has expired; get a new one."),
        _ => Unknown(
            "CREDENTIALS_INVALID", $"The credential is not valid here; this call needs {Accepted(access)}."),
    };

    public static ClassifierException WithoutScope(string scope) => new(
        ErrorKind.PermissionDenied, "SCOPE_MISSING", $"The credential lacks the scope {scope}.")
    {
        Metadata = new Dictionary<string, string> { ["scope"] = scope },
    };

    public static ClassifierException NotLocal() => new(
        ErrorKind.PermissionDenied, "LOOPBACK_ONLY",
        "Without credentials configured this is done from this machine only; call over loopback.");

    private static ClassifierException Unknown(string reason, string message) =>
        new(ErrorKind.Unauthenticated, reason, message);

    private static ClassifierException Unchecked() => new(
        ErrorKind.Unavailable, "AUTHORITY_UNAVAILABLE",
        "The token can't be checked yet: its authority has not given its keys; wait and send again.")
    {
        Retry = AuthorityKeys.Pause,
    };

    private static string Accepted(AccessOptions access)
    {
        IEnumerable<string> ways =
        [
            .. access.HasApiKeys ? [$"an API key in the header {ApiKeyHandler.Header}"] : Array.Empty<string>(),
            .. access.HasJwt ? ["a bearer token in the header authorization"] : Array.Empty<string>(),
            .. access.HasClientCertificates ? ["a client certificate"] : Array.Empty<string>(),
        ];
        return string.Join(" or ", ways);
    }
}
