using System.Buffers;

namespace Classifier.Core.Splitting;

/// <summary>What people and desks call themselves where they post.</summary>
internal static class PostNames
{
    private const int MostWords = 6;

    /// <summary>Names of a script without capitals can only be told from a sentence by their length.</summary>
    private const int MostWithoutCase = 4;

    /// <summary>Up to these, small letters prove nothing.</summary>
    private const int FewWords = 2;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:!?\"“”„«»…،؛؟");

    /// <summary>
    /// Whether a few words look like a name: no marks of a sentence, and for the most part capitals where there are.
    /// Nothing at all may be one.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<char> words)
    {
        var (all, small, cased) = (0, 0, 0);
        foreach (var range in words.SplitAny(' ', '\t', '\u00A0'))
        {
            var letter = LineMarks.FirstLetter(words[range]);
            all += letter == '\0' ? 0 : 1;
            small += char.IsLower(letter) ? 1 : 0;
            cased += char.IsLower(letter) || char.IsUpper(letter) ? 1 : 0;
        }

        return !words.ContainsAny(Marks)
            && all <= (cased > 0 ? MostWords : MostWithoutCase)
            && (all <= FewWords || small * 2 <= all);
    }
}
