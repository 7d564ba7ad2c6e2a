using System.Collections.Frozen;

namespace Classifier.Core.Text;

/// <summary>Where a sentence ends, in Latin and Arabic script.</summary>
internal static class SentenceMarks
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "st", "gen", "col", "lt", "sgt", "maj", "capt", "rep",
        "sen", "gov", "nr", "vs", "etc", "bijv", "bv", "ca", "mw", "dhr", "resp", "jl", "zgn", "incl", "excl",
        "blz", "jan", "feb", "apr", "aug", "sept", "sep", "oct", "okt", "nov", "dec", "jr", "sr", "hz",
        "inc", "ltd", "approx", "a.o", "o.a", "d.w.z", "m.a.w", "e.g", "i.e", "p.m", "a.m", "u.s", "u.k", "u.n",
        "v.s", "t.o.v", "n.a.v", "i.v.m", "m.b.t", "o.l.v", "j.l", "n.h",
    }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup =
        Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the mark at a place ends a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Place of the mark.</param>
    /// <param name="wordBefore">UTF-16 length of the word that ends right before it; 0 if none does.</param>
    public static bool EndsSentence(ReadOnlySpan<char> text, int at, int wordBefore) => text[at] switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' => true,
        '!' or '?' or '؟' or '۔' or '…' => EndsWord(text, at),
        '.' => EndsWord(text, at) && !IsAbbreviation(text, at, wordBefore),
        _ => false,
    };

    private static bool EndsWord(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
        {
            return true;
        }

        var next = text[at + 1];
        return char.IsWhiteSpace(next) || QuoteMarks.IsDouble(next) || next is ')' or ']' or '\'' or '’' or '—' or '–';
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int at, int wordBefore)
    {
        if (at + 1 >= text.Length)
        {
            return false;
        }

        if (wordBefore == 1 && char.IsUpper(text[at - 1]))
        {
            return true;
        }

        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.') && at - start < 8)
        {
            start--;
        }

        return start < at && IsListed(text[start..at]);
    }

    private static bool IsListed(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return AbbreviationLookup.Contains(lower);
    }
}
