namespace Classifier.Client;

/// <summary>How to reach the service, and how hard to try.</summary>
public sealed record ClassifierClientOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The gRPC port, such as <c>https://classifier.example:5080</c>; no path.</summary>
    public required Uri Address { get; init; }

    /// <summary>An API key of <c>classifier key new</c>, as it was printed; null or empty for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Gives the bearer token of a call, for tokens that are renewed, within <see cref="Timeout"/>; null for none.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? Token { get; init; }

    /// <summary>Send keys and tokens over http to other machines, where whoever listens can read them.</summary>
    public bool AllowClearText { get; init; }

    /// <summary>
    /// Time that a call may take, its token and retries included; a day at most. 30 seconds by default; streams have
    /// none.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Times that a call is sent at most, 1 to 5, where the service is away or busy, or with <see cref="HedgingDelay"/>
    /// slow. 4 by default.
    /// </summary>
    public int Attempts { get; init; } = 4;

    /// <summary>
    /// Time after which a call without an answer is sent a second time, the first answer being taken: for short waits
    /// at the price of more load. One of the <see cref="Attempts"/>, of which it takes two at least, is kept for it.
    /// A day at most; no use beyond <see cref="Timeout"/>. Null, the default: never.
    /// </summary>
    public TimeSpan? HedgingDelay { get; init; }

    /// <summary>Largest answer, in bytes. 64 MB by default: evidence makes long documents' answers large.</summary>
    public int MaxAnswerBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Changes the client's own handler before the first call: client certificates, authorities, proxies. What it comes
    /// with stays where it is left alone: pings, further connections, the ends of idle and old ones.
    /// </summary>
    public Action<SocketsHttpHandler>? Configure { get; init; }

    /// <summary>
    /// Carries the calls in place of the client's own handler, without anything that <see cref="Configure"/> tells of,
    /// for tests; null for the default. Who gives it disposes of it.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <exception cref="ArgumentException">
    /// A value is out of its range; the message names it, its value and the range.
    /// </exception>
    internal void Check()
    {
        Require(
            Address.IsAbsoluteUri && Address.Scheme is "http" or "https",
            nameof(Address),
            Address,
            "an http or https address");
        Require(
            AllowClearText || (string.IsNullOrEmpty(ApiKey) && Token is null) || Address.Scheme == "https"
                || Address.IsLoopback,
            nameof(Address),
            Address,
            "https or loopback, since keys can be read on the way; or set AllowClearText");
        Require(Address.AbsolutePath == "/", nameof(Address), Address, "an address without a path");
        Require(IsHeader(ApiKey), nameof(ApiKey), "set to what no header holds", "ASCII without spaces and line ends");
        Require(
            Timeout > TimeSpan.Zero && Timeout <= Longest,
            nameof(Timeout),
            Timeout,
            $"more than zero, {Longest} at most");
        Require(Attempts is >= 1 and <= 5, nameof(Attempts), Attempts, "1 to 5");
        Require(
            HedgingDelay is null || (HedgingDelay >= TimeSpan.Zero && HedgingDelay <= Longest),
            nameof(HedgingDelay),
            HedgingDelay,
            $"zero or more, {Longest} at most");
        Require(HedgingDelay is null || Attempts > 1, nameof(Attempts), Attempts, "2 to 5 with HedgingDelay");
        Require(Handler is null || Configure is null, nameof(Configure), "set", "null with Handler, which replaces it");
        Require(MaxAnswerBytes > 0, nameof(MaxAnswerBytes), MaxAnswerBytes, "more than zero");
    }

    /// <summary>Keys that were read from a file end in a line end, which would break the connection.</summary>
    internal static bool IsHeader(string? key) => key is null || key.All(c => c is > ' ' and <= '~');

    private static void Require(bool valid, string name, object? value, string allowed)
    {
        if (!valid)
        {
            throw new ArgumentException($"{name} is {value}; allowed is {allowed}", name);
        }
    }
}
