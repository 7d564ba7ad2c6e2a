using Classifier.Core.Language;

namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>
/// Labels of all identifiers as this project's tags. Those that know one Kurdish, or tell Sorani apart, call Kurmanji
/// by the macrolanguage's code.
/// </summary>
internal static class LabelMap
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["en"] = Languages.English,
        ["nl"] = Languages.Dutch,
        ["ku"] = Languages.Kurmanji,
        ["kmr"] = Languages.Kurmanji,
        ["ckb"] = Languages.Sorani,
    };

    /// <summary>The tag that a label means; <c>und</c> for every other language and for none.</summary>
    public static string TagOf(string label) => Tags.GetValueOrDefault(label, Languages.Undetermined);
}
