using Classifier.Service.Access;
using Classifier.Service.Telemetry;

namespace Classifier.Service.Hosting;

/// <summary>Everything that can be set, from the configuration section <c>Classifier</c>.</summary>
internal sealed record ServiceOptions
{
    public const string Section = "Classifier";

    /// <summary>
    /// Folder that holds the bundles and the <c>champion</c> pointer. Empty: <c>models/bundles</c> in the program's
    /// folder or the nearest folder above it that has one.
    /// </summary>
    public string BundlesFolder { get; init; } = "";

    /// <summary>Version of the bundle to serve. Empty: the one that <c>champion</c> names.</summary>
    public string Bundle { get; init; } = "";

    /// <summary>IP address that both ports listen on. Anything but loopback needs TLS or <c>--insecure</c>.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port of gRPC: HTTP/2. 0 takes any free port.</summary>
    public int GrpcPort { get; init; } = 5080;

    /// <summary>Port of REST, <c>/healthz</c> and <c>/metrics</c>: HTTP/1.1. 0 takes any free port.</summary>
    public int RestPort { get; init; } = 5081;

    /// <summary>Longest document, in UTF-16 units.</summary>
    public int MaxDocumentLength { get; init; } = 1_000_000;

    /// <summary>Longest passage of a batch or stream, or text whose language is asked, in UTF-16 units.</summary>
    public int MaxPassageLength { get; init; } = 10_000;

    /// <summary>Most passages or texts in one call.</summary>
    public int MaxBatchSize { get; init; } = 1_000;

    /// <summary>Largest request message, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Most calls, and messages of streams, that are worked at at the same time; twice the processors by default, since
    /// batches end on fewer cores than they begin on.
    /// </summary>
    public int MaxConcurrentCalls { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Most calls that wait for their turn; the next one is refused at once.</summary>
    public int MaxQueuedCalls { get; init; } = 128;

    /// <summary>Most connections to each of the two ports; the next one is closed at once.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>Seconds that a connection without a call, or one that has not even begun, stays open.</summary>
    public int IdleSeconds { get; init; } = 130;

    /// <summary>
    /// Seconds of silence on gRPC's port after which the other side is asked for a sign of life, and for which it is
    /// waited for. Without, streams of clients that lost power or network would stay for ever.
    /// </summary>
    public int PingSeconds { get; init; } = 30;

    /// <summary>
    /// Seconds between looks at pointers and bundles; what changed is loaded anew, what could not be read is tried
    /// again. 0 never looks.
    /// </summary>
    public int WatchSeconds { get; init; } = 5;

    /// <summary>Share of the champion's passages that challengers tag too, 0 to 1, to count agreement.</summary>
    public double ShadowShare { get; init; }

    /// <summary>Seconds that a stopping service still takes calls, while others hear of it.</summary>
    public int DrainNoticeSeconds { get; init; } = 1;

    /// <summary>Most seconds that calls in flight get to finish before a stop breaks them off.</summary>
    public int DrainSeconds { get; init; } = 30;

    /// <summary>Who may call.</summary>
    public AccessOptions Access { get; init => field = value ?? new(); } = new();

    /// <summary>Where measures and traces go.</summary>
    public TelemetryOptions Telemetry { get; init => field = value ?? new(); } = new();
}
