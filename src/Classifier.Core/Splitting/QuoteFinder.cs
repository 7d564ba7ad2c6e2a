using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Finds quotations.</summary>
internal static class QuoteFinder
{
    /// <summary>
    /// Adds the insides of the quotations of a span, in order; nested ones stay within the outer. A double mark that
    /// finds no partner is not looked for again, and the search for a single one's ends at the next that opens, so the
    /// time is linear.
    /// </summary>
    public static void Find(ReadOnlySpan<char> text, TextSpan within, List<TextSpan> into)
    {
        var unclosed = new List<char>();
        for (var i = within.Start; i < within.End; i++)
        {
            if (!Opens(text, within, i) || unclosed.Contains(text[i]))
            {
                continue;
            }

            var single = QuotePairs.IsSingle(text[i]);
            var close = single ? CloseOfSingle(text, within, i) : CloseOf(text, within, i);
            if (close > i + 1)
            {
                into.Add(new(i + 1, close));
                i = close;
            }
            else if (close < 0 && !single)
            {
                unclosed.Add(text[i]);
            }
        }
    }

    private static bool Opens(ReadOnlySpan<char> text, TextSpan within, int i)
    {
        var mark = text[i];
        if (QuotePairs.ClosersOf(mark).Length == 0 || i + 1 >= within.End)
        {
            return false;
        }

        var spaced = mark == '«' && i + 2 < within.End && !char.IsWhiteSpace(text[i + 2]);
        return (spaced || !char.IsWhiteSpace(text[i + 1]))
            && (!QuotePairs.IsAmbiguous(mark) || i == within.Start || !char.IsLetterOrDigit(text[i - 1]))
            && (!QuotePairs.IsSingle(mark) || !IsContraction(text[i..within.End]));
    }

    /// <summary>Dutch 's, 't, 'n and years such as '24.</summary>
    private static bool IsContraction(ReadOnlySpan<char> text) =>
        !char.IsLetter(text[1])
        || (char.ToLowerInvariant(text[1]) is 's' or 't' or 'n' or 'k' or 'm' or 'r'
            && (text.Length < 3 || !char.IsLetter(text[2])));

    private static int CloseOf(ReadOnlySpan<char> text, TextSpan within, int opener)
    {
        var length = text[(opener + 1)..within.End].IndexOfAny(QuotePairs.ClosersOf(text[opener]));
        return length < 0 ? -1 : opener + 1 + length;
    }

    /// <summary>
    /// A single mark closes behind a word and before none. One behind an s may be a possessive (the soldiers' guns):
    /// it closes only where no better one comes before the next quotation.
    /// </summary>
    private static int CloseOfSingle(ReadOnlySpan<char> text, TextSpan within, int opener)
    {
        var possessive = -1;
        for (var i = opener + 2; i < within.End; i++)
        {
            var before = text[i - 1];
            if (QuotePairs.IsSingle(text[i]) && char.IsWhiteSpace(before) && Opens(text, within, i))
            {
                break;
            }

            var ends = i + 1 == within.End || !char.IsLetterOrDigit(text[i + 1]);
            if (!QuotePairs.ClosersOf(text[opener]).Contains(text[i], StringComparison.Ordinal)
                || char.IsWhiteSpace(before) || !ends)
            {
                continue;
            }

            if (before != 's' || i + 2 >= within.End || text[i + 1] != ' ' || !char.IsLower(text[i + 2]))
            {
                return i;
            }

            possessive = possessive < 0 ? i : possessive;
        }

        return possessive;
    }
}
