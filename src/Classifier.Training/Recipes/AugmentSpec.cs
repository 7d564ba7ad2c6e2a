using System.Globalization;

namespace Classifier.Training.Recipes;

/// <summary>
/// Copies of training passages, changed in ways that keep their labels. All are shares of the passages, 0 to 1.
/// </summary>
internal sealed record AugmentSpec
{
    /// <summary>Copies without diacritics, as people type on phones.</summary>
    public float FoldedDiacritics { get; init; }

    /// <summary>Copies without their hashtags.</summary>
    public float DroppedHashtags { get; init; }

    /// <summary>Copies in which an actor's name is another of its names in the same language.</summary>
    public float SwappedAliases { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check()
    {
        foreach (var (name, share) in new[]
        {
            ("foldedDiacritics", FoldedDiacritics),
            ("droppedHashtags", DroppedHashtags),
            ("swappedAliases", SwappedAliases)
        })
        {
            if (share is not (>= 0 and <= 1))
            {
                throw Recipe.Bad($"augment.{name}", string.Create(CultureInfo.InvariantCulture, $"{share}"), "0 to 1");
            }
        }
    }
}
