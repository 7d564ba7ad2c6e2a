using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Puts lines together that were one before somebody's program wrapped them, and lines of nothing but hashtags or emoji
/// with the line above. A line was wrapped where the first word of the next one did not fit any more.
/// </summary>
internal static class LineJoiner
{
    private const int LeastWidth = 24;
    private const int MostWidth = 132;

    /// <summary>The stretches that lines make up, in order.</summary>
    public static List<TextSpan> Join(ReadOnlySpan<char> text, IReadOnlyList<Line> lines)
    {
        var stretches = new List<TextSpan>();
        for (var first = 0; first < lines.Count;)
        {
            var end = EndOfBlock(text, lines, first);
            JoinBlock(text, lines, first, end, stretches);
            first = end;
        }

        return stretches;
    }

    /// <summary>A block has no blank line inside and one depth of quoting (<c>&gt;</c>).</summary>
    private static int EndOfBlock(ReadOnlySpan<char> text, IReadOnlyList<Line> lines, int first)
    {
        var depth = LineMarks.Depth(lines[first].Span.Of(text));
        var end = first + 1;
        while (end < lines.Count && !lines[end].Opens && LineMarks.Depth(lines[end].Span.Of(text)) == depth)
        {
            end++;
        }

        return end;
    }

    private static void JoinBlock(
        ReadOnlySpan<char> text, IReadOnlyList<Line> lines, int first, int end, List<TextSpan> into)
    {
        var width = Width(lines, first, end);
        var wrapped = IsWrapped(text, lines, first, end, width);
        into.Add(lines[first].Span);
        for (var i = first + 1; i < end; i++)
        {
            var (above, line) = (lines[i - 1].Span, lines[i].Span);
            if ((wrapped && Fits(text, above, line, width)) || IsTrailer(text, above, line))
            {
                into[^1] = into[^1] with { End = line.End };
            }
            else
            {
                into.Add(line);
            }
        }
    }

    private static int Width(IReadOnlyList<Line> lines, int first, int end)
    {
        var width = 0;
        for (var i = first; i < end; i++)
        {
            width = Math.Max(width, lines[i].Span.Length);
        }

        return width;
    }

    /// <summary>
    /// One line end inside a sentence is enough where small letters show it; two where a script has none.
    /// </summary>
    private static bool IsWrapped(ReadOnlySpan<char> text, IReadOnlyList<Line> lines, int first, int end, int width)
    {
        var signs = 0;
        for (var i = first + 1; i < end && width <= MostWidth; i++)
        {
            var (above, line) = (lines[i - 1].Span, lines[i].Span);
            if (Fits(text, above, line, width) && !LineMarks.EndsSentence(above.Of(text)))
            {
                var letter = BareLinks.Length(text[..line.End], line.Start) > 0
                    ? '\0'
                    : line.Of(text).TrimStart("> ")[0];
                signs += char.IsLower(letter) ? 2 : char.IsLetter(letter) && !char.IsUpper(letter) ? 1 : 0;
            }
        }

        return signs >= 2;
    }

    private static bool Fits(ReadOnlySpan<char> text, TextSpan above, TextSpan line, int width) =>
        above.Length >= LeastWidth
        && above.Length + 1 + LineMarks.FirstWord(line.Of(text)) > width
        && !LineMarks.IsItem(line.Of(text));

    private static bool IsTrailer(ReadOnlySpan<char> text, TextSpan above, TextSpan line) =>
        LineMarks.IsOnlyTags(line.Of(text))
        && !AttributionFinder.EndsWithOne(above.Of(text)) && !BareLinks.EndsWithOne(text[..above.End], above.Start);
}
