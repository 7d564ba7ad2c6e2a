using System.Diagnostics;

namespace Classifier.Core;

/// <summary>
/// Spans of the stages that a document goes through, for hosts that trace. Costs nothing where nobody does. A passage
/// goes through language, lexicon and models in one pass of some microseconds, which has no spans of its own.
/// </summary>
public static class Stages
{
    public const string SourceName = "Classifier.Core";

    /// <summary>How many passages a span is about, as one of its attributes.</summary>
    public const string Passages = "classifier.passages";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Split() => Source.StartActivity("split");

    internal static Activity? Tag(int passages) => Source.StartActivity("tag")?.SetTag(Passages, passages);
}
