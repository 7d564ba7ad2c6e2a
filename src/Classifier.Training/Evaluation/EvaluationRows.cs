using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>Refuses rows that no report could count: unknown labels, labels twice, stances missing.</summary>
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
            if (Problem(row, taxonomy) is { } problem)
            {
                throw new ClassifierException(ErrorKind.InvalidArgument, "CORPUS_ROW", $"Row {row.Id} {problem}.");
            }
        }
    }

    private static string? Problem(CorpusRow row, TaxonomyCatalog taxonomy)
    {
        var unknown = row.Actors.Except(taxonomy.ActorIds)
            .Concat(row.Events.Except(taxonomy.EventIds))
            .Concat(row.Stance.Values.Except(taxonomy.StanceIds))
            .Concat(Languages.IsTagged(row.Lang) ? [] : [row.Lang])
            .FirstOrDefault();
        if (unknown is not null)
        {
            return $"carries '{unknown}', which taxonomy {taxonomy.Version} lacks";
        }

        if (row.Actors.Distinct().Count() != row.Actors.Count)
        {
            return "names an actor twice";
        }

        return row.Actors.FirstOrDefault(a => !row.Stance.ContainsKey(a)) is { } actor
            ? $"has no stance toward {actor}"
            : null;
    }
}
