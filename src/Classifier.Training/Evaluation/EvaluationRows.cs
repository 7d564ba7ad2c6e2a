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

    /// <summary>The rows of a split.</summary>
    /// <exception cref="ClassifierException">There is none.</exception>
    public static List<CorpusRow> OfSplit(IReadOnlyList<CorpusRow> rows, string split)
    {
        List<CorpusRow> part = [.. rows.Where(r => r.Split == split)];
        if (part.Count > 0 || rows.Count == 0)
        {
            return part;
        }

        var bare = rows.Count(r => string.IsNullOrEmpty(r.Split));
        throw new ClassifierException(
            ErrorKind.InvalidArgument, "SPLIT_EMPTY",
            $"None of {rows.Count} rows has split '{split}', and {bare} have no split at all; name another split, "
                + "measure all rows by leaving out --split, or fill splits in with 'classifier validate "
                + "--assign-splits'.");
    }

    private static string? Problem(CorpusRow row, TaxonomyCatalog taxonomy)
    {
        if (!Languages.IsTagged(row.Lang))
        {
            return $"has lang '{row.Lang}'; allowed are {string.Join(", ", Languages.Tagged.Select(l => l.Tag))}";
        }

        var unknown = Unknown("actor", row.Actors, taxonomy.ActorIds, taxonomy)
            ?? Unknown("event", row.Events, taxonomy.EventIds, taxonomy)
            ?? Unknown("stance", row.Stance.Values, taxonomy.StanceIds, taxonomy);
        if (unknown is not null)
        {
            return unknown;
        }

        if (row.Actors.Distinct().Count() != row.Actors.Count)
        {
            return "names an actor twice";
        }

        return row.Actors.FirstOrDefault(a => !row.Stance.ContainsKey(a)) is { } actor
            ? $"has no stance toward {actor}"
            : null;
    }

    /// <summary>A misspelt label, or one of another taxonomy than that of the bundle or recipe.</summary>
    private static string? Unknown(
        string kind, IEnumerable<string> labels, IReadOnlyList<string> known, TaxonomyCatalog taxonomy) =>
        labels.Except(known).FirstOrDefault() is { } label
            ? $"carries {kind} '{label}', which taxonomy {taxonomy.Version} lacks; it has {string.Join(", ", known)}. "
                + "Correct the row, or name a bundle or recipe of the taxonomy that it was labelled with"
            : null;
}
