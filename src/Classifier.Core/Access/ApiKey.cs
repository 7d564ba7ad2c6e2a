using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Classifier.Core.Access;

/// <summary>
/// A key as its holder has it: <c>clk_</c>, 12 hexadecimal digits of its id, <c>_</c>, 64 of its secret.
/// </summary>
/// <param name="Id">The public half.</param>
/// <param name="Secret">The half that is only ever kept as a hash.</param>
public sealed partial record ApiKey(string Id, string Secret)
{
    private const int IdBytes = 6;
    private const int SecretBytes = 32;
    private const int SaltBytes = 16;

    /// <summary>Null if this has not the form of a key.</summary>
    public static ApiKey? Parse(string text) => Form().Match(text) is { Success: true } match
        ? new(match.Groups[1].Value, match.Groups[2].Value)
        : null;

    /// <summary>Makes a key, and the record that lets the service know it.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, dashes and underscores.</param>
    /// <param name="scopes">What the key allows.</param>
    /// <param name="expires">The last day on which it is good; null if it never ends.</param>
    /// <exception cref="ClassifierException">The name is not of that form.</exception>
    public static (ApiKey Key, ApiKeyRecord Record) Create(string name, IReadOnlyList<string> scopes, DateOnly? expires)
    {
        if (!IsName(name))
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument,
                "KEY_NAME",
                $"'{name}' is no name for a key; it has 1 to 64 of the letters a-z and A-Z, digits, dots, dashes, "
                    + "underscores.");
        }

        var key = new ApiKey(Hex(IdBytes), Hex(SecretBytes));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return (key, new(key.Id, name, scopes, expires, salt, ApiKeyRecord.HashOf(key.Secret, salt)));
    }

    public override string ToString() => $"clk_{Id}_{Secret}";

    internal static bool IsName(string name) => Name().IsMatch(name);

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    [GeneratedRegex(@"\Aclk_([0-9a-f]{12})_([0-9a-f]{64})\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Name();
}
