using Grpc.Net.Client;

namespace Classifier.Client;

/// <summary>The one channel that all calls share.</summary>
internal static class Connection
{
    /// <summary>
    /// Requests above this are sent once only; the default would exempt every larger batch from retries.
    /// </summary>
    private const long RetryBytesPerCall = 16 * 1024 * 1024;

    private const long RetryBytes = 64 * 1024 * 1024;

    public static GrpcChannel Open(ClassifierClientOptions options) => GrpcChannel.ForAddress(options.Address, new()
    {
        HttpHandler = options.HedgingDelay is { } delay ? new Hedge(Handler(options), delay) : Handler(options),
        DisposeHttpClient = options.Handler is null,
        ServiceConfig = CallPolicy.Of(options),
        MaxReceiveMessageSize = options.MaxAnswerBytes,
        MaxRetryBufferPerCallSize = RetryBytesPerCall,
        MaxRetryBufferSize = RetryBytes,
    });

    private static HttpMessageHandler Handler(ClassifierClientOptions options)
    {
        if (options.Handler is { } handler)
        {
            return handler;
        }

        var sockets = Sockets();
        options.Configure?.Invoke(sockets);
        return sockets;
    }

    /// <summary>
    /// More connections once one has its hundred streams, pings that find dead ones, and an end to old ones, so that
    /// callers follow a name to its new addresses. Idle ones end before the server's own 130 s, which would end them
    /// just as a call sets out.
    /// </summary>
    private static SocketsHttpHandler Sockets() => new()
    {
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(60),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(120),
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
