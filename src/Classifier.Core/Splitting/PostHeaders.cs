using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// The lines around a post that was copied from a page: above it its writer's name, the handle, the day; below it,
/// where the page is its own, time and day, and how often it was seen.
/// </summary>
internal static class PostHeaders
{
    private const int MaxName = 50;

    /// <summary>Lines that are looked through for what belongs to a header or footer; keeps the time linear.</summary>
    private const int MostLines = 40;

    /// <summary>Takes such lines out of the document's lines and sets them aside.</summary>
    public static void Take(string text, List<Line> lines, List<Aside> asides)
    {
        var kept = new List<Line>(lines.Count);
        var (reopens, inPost) = (false, false);
        for (var i = 0; i < lines.Count; i++)
        {
            var header = EndOfHeader(text, lines, i);
            var end = header > i ? header : EndOfFooter(text, lines, i, inPost && !lines[i].Opens);
            if (end == i)
            {
                kept.Add(reopens ? lines[i] with { Opens = true } : lines[i]);
                (reopens, inPost) = (false, inPost && (reopens || !lines[i].Opens));
                continue;
            }

            for (; i < end; i++)
            {
                asides.Add(new(lines[i].Span, AsideKind.Attribution));
            }

            (reopens, inPost, i) = (true, header == end, end - 1);
        }

        lines.Clear();
        lines.AddRange(kept);
    }

    /// <summary>
    /// One past the footer that begins at a line; that line itself where none does. Numbers alone are one where a post
    /// with a header ends.
    /// </summary>
    private static int EndOfFooter(string text, List<Line> lines, int i, bool inPost)
    {
        var stamped = AttributionFinder.IsStamp(lines[i].Span.Of(text));
        var end = stamped ? i + 1 : i;
        while ((stamped || inPost) && end < lines.Count && end < i + MostLines && (end == i || !lines[end].Opens)
            && AttributionFinder.IsCount(lines[end].Span.Of(text)))
        {
            end++;
        }

        return stamped || end == lines.Count || lines[end].Opens || EndOfHeader(text, lines, end) > end ? end : i;
    }

    /// <summary>One past the header that begins at a line; that line itself where none does.</summary>
    private static int EndOfHeader(string text, List<Line> lines, int i)
    {
        var named = i + 1 < lines.Count && !lines[i + 1].Opens && IsName(lines[i].Span.Of(text));
        if (named && PostNames.IsLikely(lines[i].Span.Of(text))
            && AttributionFinder.IsHandleWithWhen(lines[i + 1].Span.Of(text)))
        {
            return i + 2;
        }

        var handle = IsHandle(text, lines, i) ? i : named && IsHandle(text, lines, i + 1) ? i + 1 : -1;
        var end = handle + 1;
        while (handle >= 0 && end < lines.Count && end < handle + 4
            && AttributionFinder.IsWhen(lines[end].Span.Of(text)))
        {
            end++;
        }

        var above = handle > i && lines[i].Opens && IsStamped(text, lines, end);
        return end > handle + 1 || above ? end : i;
    }

    /// <summary>A page of one post has its day below the text.</summary>
    private static bool IsStamped(string text, List<Line> lines, int first)
    {
        for (var i = first; i < lines.Count && i < first + MostLines && !IsHandle(text, lines, i); i++)
        {
            if (AttributionFinder.IsStamp(lines[i].Span.Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHandle(string text, List<Line> lines, int i) =>
        i < lines.Count && AttributionFinder.IsHandle(lines[i].Span.Of(text));

    private static bool IsName(ReadOnlySpan<char> line) =>
        line.Length <= MaxName && !LineMarks.EndsSentence(line) && !line.Contains('@') && !line.Contains('#');
}
