using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Narrows spans without touching the text.</summary>
internal static class SpanTrim
{
    /// <summary>Without white space, controls and invisible marks at the ends.</summary>
    public static TextSpan White(ReadOnlySpan<char> text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new(start, end);
    }

    /// <summary>Joiners stay with the words that they are written in.</summary>
    public static bool IsBlank(char c) => Blanks.Is(c) && c is not ('\u061C' or '\u200C' or '\u200D' or '\u00AD')
        && c is not (>= '\u2060' and <= '\u2065');
}
