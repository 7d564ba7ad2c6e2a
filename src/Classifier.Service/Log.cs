namespace Classifier.Service;

/// <summary>All that the service logs. Passage text is never part of it.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "gRPC on {Grpc}, REST on {Rest}")]
    public static partial void Listening(ILogger logger, string grpc, string rest);

    [LoggerMessage(2, LogLevel.Information,
        "Serving bundle {Version} as {Alias} from {Folder}, verified in {Milliseconds} ms")]
    public static partial void Serving(
        ILogger logger, string version, string alias, string folder, long milliseconds);

    [LoggerMessage(3, LogLevel.Critical,
        "No bundle to serve, stopping. {Problem} "
        + "Set Classifier:BundlesFolder or Classifier:Bundle to a sound bundle, restore this one, or train one.")]
    public static partial void LoadFailed(ILogger logger, string problem, Exception? exception);

    /// <summary>The exception's message stays out, since a library may have put text into it.</summary>
    [LoggerMessage(4, LogLevel.Error, "{Exception} while answering {Method}:\n{StackTrace}")]
    public static partial void Unexpected(ILogger logger, string method, string exception, string? stackTrace);

    [LoggerMessage(10, LogLevel.Error, "{Alias} was not loaded, version served instead: {Kept}. {Problem}")]
    public static partial void Kept(ILogger logger, string alias, string problem, string kept, Exception? exception);

    [LoggerMessage(11, LogLevel.Information,
        "Stopping: not serving for health from now on, refusing calls in {Notice} s, then up to {Drain} s for calls in "
            + "flight")]
    public static partial void Draining(ILogger logger, int notice, int drain);

    [LoggerMessage(12, LogLevel.Error, "Which challengers there are is unknown, those served stay: {Kept}. {Problem}")]
    public static partial void Unlisted(ILogger logger, string kept, string problem);

    [LoggerMessage(13, LogLevel.Information, "{Alias} is served no more, its pointer is gone; it was bundle {Version}")]
    public static partial void Withdrawn(ILogger logger, string alias, string version);

    [LoggerMessage(20, LogLevel.Warning,
        "{Address} is served without TLS: passages and keys cross the network readable. Set "
            + "Classifier:Access:CertificateFile.")]
    public static partial void ClearText(ILogger logger, string address);

    [LoggerMessage(21, LogLevel.Warning,
        "No credentials are configured: whoever reaches {Address} may tag. "
        + "Set Classifier:Access:ApiKeyFile, JwksFile, JwtAuthority or ClientCaFile.")]
    public static partial void OpenToAll(ILogger logger, string address);

    [LoggerMessage(22, LogLevel.Information, "{File} has changed and was read again")]
    public static partial void FileReloaded(ILogger logger, string file);

    [LoggerMessage(23, LogLevel.Error, "{File} has changed and can't be used; what it said before stays. {Problem}")]
    public static partial void FileUnusable(ILogger logger, string file, string problem);

    [LoggerMessage(24, LogLevel.Error,
        "{Authority} does not give its keys, and calls with tokens are refused as unavailable until it does; it is "
            + "asked again. {Problem}")]
    public static partial void AuthorityUnreachable(ILogger logger, string authority, string problem);

    [LoggerMessage(25, LogLevel.Information, "{Authority} has given its keys: tokens are checked")]
    public static partial void AuthorityKnown(ILogger logger, string authority);

    [LoggerMessage(26, LogLevel.Warning,
        "Bearer tokens refused for {Check}: {Count} since this was last told, which it is once a minute at most")]
    public static partial void TokensRefused(ILogger logger, string check, int count);

    [LoggerMessage(30, LogLevel.Warning,
        "Broke off {Count} calls whose clients had kept them waiting for over {Seconds} s, so that others find a place")]
    public static partial void SlowEnded(ILogger logger, int count, double seconds);
}
