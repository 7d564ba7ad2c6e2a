using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Comparison;

/// <summary>
/// The lexicon alone: an actor where a name of its own stands, an event where a trigger stands, a stance by loaded and
/// honouring names. Learns nothing.
/// </summary>
internal sealed class LexiconContestant(TaxonomyCatalog taxonomy, ConceptLexicon lexicon) : IContestant
{
    public string Name => "lexicon alone";

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var concepts = new RowConcepts(lexicon);
        return rows => [.. rows.Select(row => Judge(row, concepts.Of(row)))];
    }

    private Verdict Judge(CorpusRow row, HashSet<string> concepts) => new(
        [.. taxonomy.ActorIds.Where(a => concepts.Contains(Concepts.Actor + a))],
        [.. taxonomy.EventIds.Where(e => concepts.Contains(Concepts.Event + e)).Take(taxonomy.MaxEvents)],
        row.Actors.ToDictionary(a => a, a => Stance(a, concepts), StringComparer.Ordinal));

    private static string Stance(string actor, HashSet<string> concepts) =>
        concepts.Contains(Concepts.Loaded + actor) ? "against"
        : concepts.Contains(Concepts.Honor + actor) ? "favor"
        : "neutral";
}
