using Classifier.Core.Language;

namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>Languages that are easily taken for one of ours.</summary>
/// <param name="Name">As a column is headed.</param>
/// <param name="Iso">ISO 639-3 of its languages.</param>
/// <param name="TakenFor">Tags that are a false accept.</param>
internal sealed record NeighbourGroup(string Name, IReadOnlyList<string> Iso, IReadOnlyList<string> TakenFor);

/// <summary>The table of neighbours.</summary>
internal static class NeighbourGroups
{
    private static readonly string[] Kurdish = [Languages.Kurmanji, Languages.Sorani];

    public static IReadOnlyList<NeighbourGroup> All { get; } =
    [
        new("Turkish, Persian for Kurdish", ["tur", "pes", "fas"], Kurdish),
        new("Zazaki for Kurdish", ["diq", "zza", "kiu"], Kurdish),
        new("Southern Kurdish, Gorani for Kurdish", ["sdh", "lki", "hac"], Kurdish),
        new("Afrikaans, Frisian for Dutch", ["afr", "fry"], [Languages.Dutch]),
    ];
}
