using System.Buffers;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>One line of a document that has something on it.</summary>
/// <param name="Span">Without white space at its ends.</param>
/// <param name="Opens">A blank line, or nothing, stands before it.</param>
internal readonly record struct Line(TextSpan Span, bool Opens)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\u000B\u000C\u2028\u2029\u0085");

    /// <summary>Cuts a document at every kind of line end.</summary>
    public static List<Line> Of(ReadOnlySpan<char> text)
    {
        var lines = new List<Line>();
        var opens = true;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length;
            var span = SpanTrim.White(text, new(start, end));
            if (!span.IsEmpty)
            {
                lines.Add(new(span, opens));
            }

            opens = span.IsEmpty || (end < text.Length && text[end] == '\u2029');
            start = end + (text[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The document with a space for every line end, so that offsets stay.</summary>
    public static string Flatten(string text) => text.AsSpan().IndexOfAny(Ends) < 0
        ? text
        : string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = Ends.Contains(from[i]) ? ' ' : from[i];
            }
        });
}
