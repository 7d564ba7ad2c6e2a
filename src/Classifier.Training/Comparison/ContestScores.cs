using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Comparison;

/// <summary>One contestant's counts on one data set, by family and language.</summary>
internal sealed class ContestScores
{
    /// <summary>The families that contestants are compared on.</summary>
    public static IReadOnlyList<string> Families { get; } = ["actors", "events", "stance"];

    private readonly Dictionary<(string Family, string Language), RowTallies> _tallies = [];

    public ContestScores(IReadOnlyList<CorpusRow> rows, IReadOnlyList<Verdict> verdicts, TaxonomyCatalog taxonomy)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, verdict) = (rows[i], verdicts[i]);
            Add("actors", row, taxonomy.ActorIds, [(row.Actors, verdict.Actors)]);
            Add("events", row, taxonomy.EventIds, [(row.Events, verdict.Events)]);
            Add(
                "stance",
                row,
                taxonomy.StanceIds,
                [.. row.Actors.Select(a => (One(row.Stance[a]), One(verdict.Stance[a])))]);
        }
    }

    /// <summary>
    /// Counts of a family in a language, or over <see cref="Slices.All"/>; null where there are none.
    /// </summary>
    public RowTallies? this[string family, string language] => _tallies.GetValueOrDefault((family, language));

    private static IReadOnlyCollection<string> One(string label) => [label];

    private void Add(
        string family,
        CorpusRow row,
        IReadOnlyList<string> labels,
        List<(IReadOnlyCollection<string> True, IReadOnlyCollection<string> Given)> answers)
    {
        foreach (var language in new[] { Slices.All, row.Lang })
        {
            if (!_tallies.TryGetValue((family, language), out var tallies))
            {
                _tallies[(family, language)] = tallies = new(labels.Count);
            }

            tallies.Add(answers, labels);
        }
    }
}
