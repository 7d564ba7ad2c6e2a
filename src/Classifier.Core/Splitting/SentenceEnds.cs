using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Where a sentence ends when a document is cut. Apart from <see cref="SentenceMarks"/>, which the features of trained
/// models hang on.
/// </summary>
internal static class SentenceEnds
{
    private const int MaxAbbreviation = 10;

    /// <summary>Whether the mark at a place ends the sentence.</summary>
    /// <param name="text">The text, up to the end of the stretch.</param>
    /// <param name="start">Where the sentence began.</param>
    /// <param name="at">Place of the mark.</param>
    /// <param name="next">One past the marks, brackets and quotation marks that follow it.</param>
    public static bool IsEnd(ReadOnlySpan<char> text, int start, int at, int next)
    {
        if (next >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return text[next] is '—' or '–' || (next == at + 1 && IsGlued(text, at));
        }

        var letter = LineMarks.FirstLetter(text[next..Math.Min(text.Length, next + MaxAbbreviation)]);
        if (char.IsLower(letter) && !char.IsLower(LineMarks.FirstLetter(text[start..at]))
            && (text[at] is '.' or '…' || text[(at + 1)..next].ContainsAny("\"”’»'")))
        {
            return false;
        }

        return text[at] != '.' || !IsAbbreviation(text, start, at, char.IsDigit(letter));
    }

    /// <summary>
    /// No space behind the mark: usual in Arabic script, a slip in Latin (<c>weg.De</c>). A letter alone on either side
    /// is an abbreviation (پ.ی.د), small letters behind it an address.
    /// </summary>
    private static bool IsGlued(ReadOnlySpan<char> text, int at)
    {
        if (at < 2 || at + 2 >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at + 1]);
        var words = char.IsLetter(before) && char.IsLetter(text[at - 2])
            && char.IsLetter(after) && char.IsLetter(text[at + 2]);
        return words && (ScriptCounts.Of(after) == Script.Arabic
            ? ScriptCounts.Of(before) == Script.Arabic
            : text[at] == '.' && char.IsLower(before) && char.IsLower(text[at - 2])
                && char.IsUpper(after) && char.IsLower(text[at + 2]));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int at, bool numberFollows)
    {
        var word = at;
        while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '.' or '-')
            && at - word < MaxAbbreviation)
        {
            word--;
        }

        var length = at - word;
        if (length == 0)
        {
            return false;
        }

        var last = text[at - 1];
        var alone = length == 1 || text[at - 2] == '.';
        if (alone && char.IsLetter(last) && (length > 1 || !char.IsLower(last) || last == 'v'))
        {
            return true;
        }

        return IsListNumber(text, start, word, at) || Abbreviations.Has(text[word..at], numberFollows);
    }

    /// <summary>One or two digits that a sentence begins with.</summary>
    private static bool IsListNumber(ReadOnlySpan<char> text, int start, int word, int at) =>
        at - word <= 2 && char.IsDigit(text[at - 1]) && char.IsDigit(text[word])
        && SpanTrim.White(text, new(start, at)).Start == word;
}
