namespace Classifier.Benchmarks.Load.Counting;

/// <summary>Calls at even distances, whatever becomes of them.</summary>
/// <param name="Rate">Calls a second, above 0.</param>
/// <param name="Length">From the first call to the end.</param>
internal sealed record ArrivalSchedule(double Rate, TimeSpan Length)
{
    /// <summary>How many there are in all.</summary>
    public long Total => (long)Math.Ceiling(Rate * Length.TotalSeconds);

    /// <summary>How many should have been sent by then; the first one is due at 0.</summary>
    public long DueAt(TimeSpan elapsed) =>
        elapsed < TimeSpan.Zero ? 0 : Math.Min(Total, (long)Math.Floor(Rate * elapsed.TotalSeconds) + 1);

    /// <summary>When a call should be sent, counted from 0.</summary>
    public TimeSpan TimeOf(long call) => TimeSpan.FromSeconds(call / Rate);
}
