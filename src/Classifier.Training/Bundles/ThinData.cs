using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Bundles;

/// <summary>
/// Labels that a corpus has no row for in a split. A bundle can be trained without, so nobody would hear of it.
/// </summary>
internal static class ThinData
{
    private static readonly (string Split, string Outcome)[] Outcomes =
    [
        (Splits.Train, "the models do not learn them"),
        (Splits.Dev, "their probabilities are not calibrated"),
        (Splits.Test, "the model card does not measure them"),
    ];

    /// <summary>One line for each split that lacks something, with what comes of it.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<CorpusRow> rows, TaxonomyCatalog taxonomy)
    {
        foreach (var (split, outcome) in Outcomes)
        {
            List<CorpusRow> own = [.. rows.Where(r => r.Split == split)];
            var missing = own.Count > 0 ? Missing(own, taxonomy) : "";
            if (own.Count == 0)
            {
                yield return $"Thin data: no row has split '{split}'; the model card measures nothing on the corpus.";
            }
            else if (missing.Length > 0)
            {
                yield return $"Thin data: no row of split '{split}' has {missing}; {outcome}.";
            }
        }
    }

    private static string Missing(List<CorpusRow> rows, TaxonomyCatalog taxonomy)
    {
        (string Family, IEnumerable<string> Absent)[] families =
        [
            ("actors", taxonomy.ActorIds.Except(rows.SelectMany(r => r.Actors))),
            ("events", taxonomy.EventIds.Except(rows.SelectMany(r => r.Events))),
            ("stance", taxonomy.StanceIds.Except(rows.SelectMany(r => r.Stance.Values))),
        ];
        return string.Join("; ", families.Where(f => f.Absent.Any())
            .Select(f => $"{f.Family} {string.Join(", ", f.Absent)}"));
    }
}
