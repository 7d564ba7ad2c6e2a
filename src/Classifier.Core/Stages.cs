using System.Diagnostics;

namespace Classifier.Core;

/// <summary>
/// Spans of the stages that a document goes through, for hosts that trace. Costs nothing where nobody does.
/// </summary>
public static class Stages
{
    public const string SourceName = "Classifier.Core";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Begin(string stage) => Source.StartActivity(stage);
}
