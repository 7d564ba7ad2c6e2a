using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Finds quotations in double marks.</summary>
internal static class QuoteFinder
{
    /// <summary>
    /// Adds the insides of the quotations of a span, in order; nested ones stay within the outer. A mark that finds no
    /// partner is not looked for again, so the time is linear.
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

            var close = CloseOf(text, within, i);
            if (close < 0)
            {
                unclosed.Add(text[i]);
            }
            else if (close > i + 1)
            {
                into.Add(new(i + 1, close));
                i = close;
            }
        }
    }

    private static bool Opens(ReadOnlySpan<char> text, TextSpan within, int i) =>
        QuoteMarks.CloserOf(text[i]) != '\0'
        && (text[i] != '"' || i == within.Start || !char.IsLetterOrDigit(text[i - 1]))
        && i + 1 < within.End && !char.IsWhiteSpace(text[i + 1]);

    private static int CloseOf(ReadOnlySpan<char> text, TextSpan within, int opener)
    {
        for (var i = opener + 1; i < within.End; i++)
        {
            if (QuoteMarks.Closes(text[opener], text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
