using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Benchmarks.Load;

/// <summary>What a closed loop measured.</summary>
/// <param name="Calls">The calls that ended.</param>
/// <param name="Wall">How long it was measured.</param>
/// <param name="Processor">Time of all processors that the service took.</param>
internal sealed record ClosedSample(CallTally Calls, TimeSpan Wall, TimeSpan Processor)
{
    /// <summary>Calls answered a second.</summary>
    public double Rate => Calls.Answered / Wall.TotalSeconds;

    /// <summary>Microseconds of the service's processors for a call.</summary>
    public double Cost => Processor.TotalMicroseconds / Math.Max(1, Calls.Answered);
}
