using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>
/// How much of the labels the lexicon alone sees: a label counts as seen where a name of the actor, or a trigger of the
/// event, stands in the passage. Recall is the share of labels that are seen, precision the share of seen
/// that are labels.
/// </summary>
internal sealed class LexiconCoverage
{
    private readonly Dictionary<string, ClassificationReport> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClassificationReport> _events = new(StringComparer.Ordinal);

    public LexiconCoverage(IReadOnlyList<CorpusRow> rows, ConceptLexicon lexicon, TaxonomyCatalog taxonomy)
    {
        var concepts = new RowConcepts(lexicon);
        foreach (var row in rows)
        {
            var found = concepts.Of(row);
            Add(
                _actors,
                row,
                taxonomy.ActorIds,
                row.Actors,
                [.. taxonomy.ActorIds.Where(a => found.Any(c => Concepts.Mentions(c, a)))]);
            Add(
                _events,
                row,
                taxonomy.EventIds,
                row.Events,
                [.. taxonomy.EventIds.Where(e => found.Contains(Concepts.Event + e))]);
        }
    }

    /// <summary>By language, and over all.</summary>
    public IReadOnlyDictionary<string, ClassificationReport> Actors => _actors;

    /// <summary>By language, and over all.</summary>
    public IReadOnlyDictionary<string, ClassificationReport> Events => _events;

    private static void Add(
        Dictionary<string, ClassificationReport> reports, CorpusRow row, IReadOnlyList<string> labels,
        IReadOnlyCollection<string> truth, List<string> seen)
    {
        foreach (var key in new[] { Slices.All, row.Lang })
        {
            reports.TryAdd(key, new(labels));
            reports[key].Add(truth, seen);
        }
    }
}
