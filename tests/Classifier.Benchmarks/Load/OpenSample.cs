using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Benchmarks.Load;

/// <summary>What an open loop measured.</summary>
/// <param name="Schedule">When calls were due.</param>
/// <param name="Calls">What became of them.</param>
/// <param name="Unended">Calls that were sent and had not ended ten seconds after the last one.</param>
/// <param name="Health">Health meanwhile.</param>
/// <param name="Memory">Bytes resident, by time.</param>
/// <param name="Processor">Time of all processors that the service took.</param>
/// <param name="IsRunning">The service ran at the end.</param>
internal sealed record OpenSample(
    ArrivalSchedule Schedule,
    CallTally Calls,
    long Unended,
    HealthWatch Health,
    IReadOnlyList<(TimeSpan At, long Resident)> Memory,
    TimeSpan Processor,
    bool IsRunning);
