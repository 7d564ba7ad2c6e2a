using System.Diagnostics;

namespace Classifier.Service.Telemetry;

/// <summary>
/// Spans of calls, beside those of <see cref="Core.Stages"/>: one for each stage of a call, whatever it holds.
/// Costs nothing where nobody traces. A stream has none for its messages; it may carry millions.
/// </summary>
internal static class Spans
{
    public const string SourceName = "Classifier.Service";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>From when a call asked for its turn until it has it; only where it had to wait.</summary>
    public static Activity? Wait() => Source.StartActivity("wait");

    /// <summary>Around the method itself.</summary>
    public static Activity? Answer() => Source.StartActivity("answer");

    /// <summary>Around the passages of a batch, which are tagged beside each other, and their results.</summary>
    /// <param name="passages">How many.</param>
    public static Activity? Tag(int passages) =>
        Source.StartActivity("tag")?.SetTag(Core.Stages.Passages, passages);

    /// <summary>Around the texts of a call whose languages are told, likewise.</summary>
    /// <param name="texts">How many.</param>
    public static Activity? Detect(int texts) => Source.StartActivity("detect")?.SetTag("classifier.texts", texts);

    /// <summary>Around the making of a document's answer, with offsets in the units that were asked for.</summary>
    public static Activity? Write() => Source.StartActivity("write");
}
