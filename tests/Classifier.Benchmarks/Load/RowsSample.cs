namespace Classifier.Benchmarks.Load;

/// <summary>One run of passages.</summary>
/// <param name="Rows">How many passages.</param>
/// <param name="Processor">Time of all processors that the service took for them.</param>
/// <param name="Resident">Bytes resident, looked at every <see cref="Look"/> and at the end.</param>
internal sealed record RowsSample(int Rows, TimeSpan Processor, IReadOnlyList<long> Resident)
{
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
}
