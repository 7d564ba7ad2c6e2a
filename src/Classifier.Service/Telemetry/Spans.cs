using System.Diagnostics;

namespace Classifier.Service.Telemetry;

/// <summary>Spans of calls, beside those of <see cref="Core.Stages"/>. Costs nothing where nobody traces.</summary>
internal static class Spans
{
    public const string SourceName = "Classifier.Service";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Around the method itself. A stream has none for each message; it may carry millions.</summary>
    public static Activity? Answer() => Source.StartActivity("answer");
}
