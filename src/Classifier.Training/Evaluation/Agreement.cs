using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>
/// How far two readers agree: the f1-score of one reading against the other, which is the same whichever is taken for
/// the truth. Stance is counted over the actors that both gave.
/// </summary>
internal sealed class Agreement
{
    private Agreement(IReadOnlyList<ReadingPair> pairs, TaxonomyCatalog taxonomy)
    {
        Actors = Report(pairs, taxonomy.ActorIds, r => r.Actors);
        Events = Report(pairs, taxonomy.EventIds, r => r.Events);
        Stance = new ClassificationReport(taxonomy.StanceIds);
        foreach (var pair in pairs)
        {
            foreach (var actor in pair.First.Stance.Keys.Intersect(pair.Second.Stance.Keys))
            {
                Stance.Add([pair.First.Stance[actor]], [pair.Second.Stance[actor]]);
            }
        }
    }

    public ClassificationReport Actors { get; }

    public ClassificationReport Events { get; }

    public ClassificationReport Stance { get; }

    public static Agreement Of(IReadOnlyList<ReadingPair> pairs, TaxonomyCatalog taxonomy) => new(pairs, taxonomy);

    private static ClassificationReport Report(
        IReadOnlyList<ReadingPair> pairs, IReadOnlyList<string> labels, Func<Reading, IReadOnlyList<string>> of)
    {
        var report = new ClassificationReport(labels);
        foreach (var pair in pairs)
        {
            report.Add(of(pair.First), of(pair.Second));
        }

        return report;
    }
}
