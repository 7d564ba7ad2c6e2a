using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>Gives every passage the most frequent actor, event and stance of the train split.</summary>
internal sealed class MajorityContestant(TaxonomyCatalog taxonomy) : IContestant
{
    public string Name => "majority";

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var train = corpus.Where(r => r.Split == Splits.Train).ToList();
        var actor = MostFrequent(taxonomy.ActorIds, train.SelectMany(r => r.Actors));
        var happening = MostFrequent(taxonomy.EventIds, train.SelectMany(r => r.Events));
        var stance = MostFrequent(taxonomy.StanceIds, train.SelectMany(r => r.Stance.Values));
        return rows => [.. rows.Select(r => new Verdict(
            [actor], [happening], r.Actors.ToDictionary(a => a, _ => stance, StringComparer.Ordinal)))];
    }

    private static string MostFrequent(IReadOnlyList<string> labels, IEnumerable<string> given)
    {
        var counts = given.CountBy(l => l, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return labels.MaxBy(l => counts.GetValueOrDefault(l))!;
    }
}
