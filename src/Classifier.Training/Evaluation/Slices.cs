using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>The parts of the data that are reported by themselves: languages, genres, lengths.</summary>
internal static class Slices
{
    public const string All = "all";

    private static readonly (int From, string Name)[] Lengths =
        [(600, "length 600+"), (300, "length 300-599"), (100, "length 100-299"), (0, "length 0-99")];

    /// <summary>The slices that a row lies in, the whole first, its language second.</summary>
    public static IEnumerable<string> Of(CorpusRow row)
    {
        yield return All;
        yield return row.Lang;
        yield return Lengths.First(l => row.Text.Length >= l.From).Name;
        if (row.Genre is not null)
        {
            yield return $"genre {row.Genre}";
        }
    }

    /// <summary>Whether a slice is one of genre or length.</summary>
    public static bool IsKind(string slice) => slice.Contains(' ', StringComparison.Ordinal);
}
