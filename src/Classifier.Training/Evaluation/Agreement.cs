using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>
/// How far two readers agree: the f1-score of one reading against the other, which is the same whichever is taken for
/// the truth. Stance is counted over the actors that both gave, cues in words over the event types that both gave them
/// for.
/// </summary>
internal sealed class Agreement
{
    private readonly Tally _cues;

    private Agreement(IReadOnlyList<ReadingPair> pairs, TaxonomyCatalog taxonomy)
    {
        Actors = Report(pairs, taxonomy.ActorIds, r => r.Actors);
        Events = Report(pairs, taxonomy.EventIds, r => r.Events);
        Stance = new ClassificationReport(taxonomy.StanceIds);
        foreach (var pair in pairs)
        {
            foreach (var actor in Both(pair, r => r.Stance.Keys, taxonomy.ActorIds))
            {
                Stance.Add([pair.First.Stance[actor]], [pair.Second.Stance[actor]]);
            }

            foreach (var label in Both(pair, r => r.Cues.Keys, taxonomy.EventIds))
            {
                _cues += InCommon(Words(pair.First.Cues[label]), Words(pair.Second.Cues[label]));
            }
        }
    }

    public ClassificationReport Actors { get; }

    public ClassificationReport Events { get; }

    public ClassificationReport Stance { get; }

    /// <summary>Words that both marked as cues; the support is 0 where nobody was asked for cues.</summary>
    public Score Cues => Score.Of(_cues);

    /// <summary>Labels of the taxonomy that both readings give something for.</summary>
    private static IEnumerable<string> Both(
        ReadingPair pair, Func<Reading, IEnumerable<string>> of, IReadOnlyList<string> known) =>
        of(pair.First).Intersect(of(pair.Second)).Intersect(known);

    private static HashSet<string> Words(IReadOnlyList<string> cues) =>
        [.. cues.SelectMany(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static Tally InCommon(HashSet<string> first, HashSet<string> second) =>
        new(first.Intersect(second).Count(), second.Count, first.Count);

    public static Agreement Of(IReadOnlyList<ReadingPair> pairs, TaxonomyCatalog taxonomy) => new(pairs, taxonomy);

    /// <summary>Labels of the readings that the taxonomy lacks, which no score counts.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<ReadingPair> pairs, TaxonomyCatalog taxonomy) =>
        pairs.SelectMany(pair => new[] { ("first", pair.First), ("second", pair.Second) }
            .SelectMany(r => Unknown(r.Item2, taxonomy).Distinct().Select(label =>
                $"{pair.Id}: the {r.Item1} reading has {label}, which taxonomy {taxonomy.Version} lacks, and is not "
                    + "counted for it; correct it")));

    private static IEnumerable<string> Unknown(Reading reading, TaxonomyCatalog taxonomy) =>
    [
        .. reading.Actors.Concat(reading.Stance.Keys).Except(taxonomy.ActorIds).Select(a => $"actor '{a}'"),
        .. reading.Events.Concat(reading.Cues.Keys).Except(taxonomy.EventIds).Select(e => $"event '{e}'"),
        .. reading.Stance.Values.Except(taxonomy.StanceIds).Select(s => $"stance '{s}'"),
    ];

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
