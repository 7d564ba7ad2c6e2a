namespace Classifier.Benchmarks.Startup;

/// <summary>What one start of the service took.</summary>
/// <param name="Wall">From the start of the process to the first answer SERVING.</param>
/// <param name="Processor">Time of all processors until then.</param>
/// <param name="Serving">Bytes resident then.</param>
/// <param name="AtRest">Bytes resident a second later, with what loading left behind given back.</param>
/// <param name="After">Bytes resident once it has tagged passages; as <paramref name="AtRest"/> without any.</param>
internal sealed record StartSample(TimeSpan Wall, TimeSpan Processor, long Serving, long AtRest, long After);
