using System.Security.Cryptography;
using System.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Access;

/// <summary>What the service keeps of an API key: who holds it, what it allows, and a hash of its secret.</summary>
/// <param name="Id">The key's public half, by which it is found.</param>
/// <param name="Name">Who holds it; limits are counted by this name.</param>
/// <param name="Scopes">What it allows.</param>
/// <param name="Expires">The last day, UTC, on which it is good; null if it never ends.</param>
/// <param name="Salt">Random bytes of this key alone.</param>
/// <param name="Hash">HMAC-SHA-256 of the secret under the salt.</param>
public sealed record ApiKeyRecord(
    string Id, string Name, IReadOnlyList<string> Scopes, DateOnly? Expires, byte[] Salt, byte[] Hash)
{
    /// <summary>
    /// A keyed hash is enough: secrets are 256 random bits, which nobody can guess however fast the hash is. A slow
    /// one would only make each call cost what an attacker pays.
    /// </summary>
    public static byte[] HashOf(string secret, byte[] salt) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(secret));

    /// <summary>Takes the same time wherever the hashes differ.</summary>
    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(HashOf(secret, Salt), Hash);

    public bool IsExpired(DateTimeOffset now) => Expires < DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The record as a line of the key file.</summary>
    public string ToLine() => string.Join(
        '\t',
        Id,
        Name,
        string.Join(',', Scopes),
        Expires is { } day ? CalendarDay.Write(day) : "",
        Convert.ToHexStringLower(Salt),
        Convert.ToHexStringLower(Hash));
}
