using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>Refuses rows that no report could count: unknown labels, stances missing.</summary>
internal static class EvaluationRows
{
    public static void Check(IReadOnlyList<CorpusRow> rows, TaxonomyCatalog taxonomy)
    {
        if (rows.Count == 0)
        {
            throw new ClassifierException(ErrorKind.InvalidArgument, "CORPUS_EMPTY", "There is no row to evaluate.");
        }

        foreach (var row in rows)
        {
            var unknown = row.Actors.Except(taxonomy.ActorIds)
                .Concat(row.Events.Except(taxonomy.EventIds))
                .Concat(row.Actors.Where(a => !row.Stance.ContainsKey(a)).Select(a => $"(no stance toward {a})"))
                .Concat(row.Stance.Values.Except(taxonomy.StanceIds))
                .Concat(Languages.IsTagged(row.Lang) ? [] : [row.Lang])
                .FirstOrDefault();
            if (unknown is not null)
            {
                throw new ClassifierException(
                    ErrorKind.InvalidArgument, "CORPUS_ROW", $"Row {row.Id} carries '{unknown}', which taxonomy {taxonomy.Version} lacks.");
            }
        }
    }
}
