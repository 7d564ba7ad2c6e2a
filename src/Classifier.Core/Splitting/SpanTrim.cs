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

    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200E' or '\u200F' or '\u200B'
        || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
}
