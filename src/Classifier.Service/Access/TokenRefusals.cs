using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Access;

/// <summary>
/// Logs what is wrong with bearer tokens, which callers are not told, and each check once a minute at most: whoever
/// sends bad ones shall not fill the log. Of keys there is nothing to say; they are known or not.
/// </summary>
internal sealed class TokenRefusals(TimeProvider clock, ILogger<TokenRefusals> logger)
{
    public const string Subject = "sub, which is missing";

    public const string Scope = "scope, which is not the one that the call needs";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <param name="failure">Whose message stays out, since it quotes the token.</param>
    public void Add(Exception failure) => Add(CheckOf(failure));

    /// <param name="check">What did not pass; of these there are few.</param>
    public void Add(string check)
    {
        if (_tallies.GetOrAdd(check, _ => new()).Add(clock) is > 0 and var count)
        {
            Log.TokensRefused(logger, check, count);
        }
    }

    internal static string CheckOf(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "exp, which has passed (JwtSkewSeconds is added to it)",
        SecurityTokenNotYetValidException => "nbf, which is yet to come",
        SecurityTokenNoExpirationException => "exp, which is missing",
        SecurityTokenInvalidIssuerException => "iss, which is not that of JwtIssuer or JwtAuthority",
        SecurityTokenInvalidAudienceException => "aud, which does not hold JwtAudience",
        SecurityTokenSignatureKeyNotFoundException => "the signature, whose key is not among those that are known",
        SecurityTokenInvalidSignatureException => "the signature",
        SecurityTokenInvalidLifetimeException => "nbf, which is behind exp",
        SecurityTokenException or ArgumentException => "its form",
        _ => $"no fault of its own ({failure.GetType().Name})",
    };

    private sealed class Tally
    {
        private readonly Lock _gate = new();
        private long? _told;
        private int _count;

        /// <summary>How many to tell of; 0 while it is too early.</summary>
        public int Add(TimeProvider clock)
        {
            lock (_gate)
            {
                _count++;
                if (_told is { } told && clock.GetElapsedTime(told) < Pause)
                {
                    return 0;
                }

                _told = clock.GetTimestamp();
                var count = _count;
                _count = 0;
                return count;
            }
        }
    }
}
