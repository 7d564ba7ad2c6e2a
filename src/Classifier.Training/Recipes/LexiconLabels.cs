using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;

namespace Classifier.Training.Recipes;

/// <summary>
/// Concepts that name a label of the taxonomy must name one that it has: a misspelt one is found in texts, and means
/// nothing to any model. Families beside these have names of their own, which no list closes.
/// </summary>
internal static class LexiconLabels
{
    private static readonly string[] OfActors =
        [Concepts.Actor, Concepts.Metonym, Concepts.Member, Concepts.Loaded, Concepts.Honor];

    private static readonly string[] OfEvents = [Concepts.Event];

    /// <exception cref="ClassifierException">A row names a label that the taxonomy lacks.</exception>
    public static void Check(IEnumerable<LexiconEntry> entries, TaxonomyCatalog taxonomy)
    {
        var (actors, events) = (taxonomy.ActorIds, taxonomy.EventIds);
        foreach (var entry in entries)
        {
            CheckOne(entry, "actor", OfActors, actors, taxonomy.Version);
            CheckOne(entry, "event type", OfEvents, events, taxonomy.Version);
        }
    }

    private static void CheckOne(
        LexiconEntry entry, string kind, string[] families, IReadOnlyList<string> labels, string version)
    {
        var family = Array.Find(families, f => entry.Concept.StartsWith(f, StringComparison.Ordinal));
        if (family is not null && !labels.Contains(entry.Concept[family.Length..], StringComparer.Ordinal))
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "LEXICON_ROW",
                $"The lexicon's row '{entry.Concept}', {entry.Language}, '{entry.Form}' names no {kind} of taxonomy "
                    + $"{version}, which has {string.Join(", ", labels)}; correct it, or add the label.");
        }
    }
}
