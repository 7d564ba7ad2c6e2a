namespace Classifier.Benchmarks.Load.Counting;

/// <summary>What became of calls. Many threads may count at the same time.</summary>
internal sealed class CallTally
{
    /// <summary>In place of a status: the call was broken off without one.</summary>
    public const int Broken = 17;

    private const int Ok = 0;
    private const int ResourceExhausted = 8;

    private static readonly string[] Names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
        "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
        "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED", "broken off",
    ];

    private readonly long[] _counts = new long[Names.Length];
    private long _notSent;

    /// <summary>Of the calls answered with OK.</summary>
    public LatencyHistogram Accepted { get; } = new();

    /// <summary>Of the calls answered with RESOURCE_EXHAUSTED.</summary>
    public LatencyHistogram Refusals { get; } = new();

    public long Answered => Interlocked.Read(ref _counts[Ok]);

    public long Refused => Interlocked.Read(ref _counts[ResourceExhausted]);

    /// <summary>Calls that found the client full.</summary>
    public long NotSent => Interlocked.Read(ref _notSent);

    public long Ended => _counts.Sum();

    /// <summary>Neither answered nor refused for load, by status.</summary>
    public IEnumerable<(string Name, long Count)> Others => Names
        .Select((name, code) => (name, Interlocked.Read(ref _counts[code]), code))
        .Where(c => c.Item2 > 0 && c.code is not (Ok or ResourceExhausted))
        .Select(c => (c.name, c.Item2));

    /// <param name="status">Number of the gRPC status; any other counts as broken off.</param>
    /// <param name="latency">From when the call should have been sent to its end.</param>
    public void Add(int status, TimeSpan latency)
    {
        Interlocked.Increment(ref _counts[status is >= 0 and < Broken ? status : Broken]);
        switch (status)
        {
            case Ok:
                Accepted.Add(latency);
                break;
            case ResourceExhausted:
                Refusals.Add(latency);
                break;
        }
    }

    public void AddNotSent() => Interlocked.Increment(ref _notSent);
}
