using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>The lines above a post that was copied from a page: its writer's name, the handle, the day.</summary>
internal static class PostHeaders
{
    private const int MaxName = 50;

    /// <summary>Takes such lines out of the document's lines and sets them aside.</summary>
    public static void Take(string text, List<Line> lines, List<Aside> asides)
    {
        var kept = new List<Line>(lines.Count);
        var reopens = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var end = EndOfHeader(text, lines, i);
            if (end == i)
            {
                kept.Add(reopens ? lines[i] with { Opens = true } : lines[i]);
                reopens = false;
                continue;
            }

            for (; i < end; i++)
            {
                asides.Add(new(lines[i].Span, AsideKind.Attribution));
            }

            (reopens, i) = (true, end - 1);
        }

        lines.Clear();
        lines.AddRange(kept);
    }

    /// <summary>One past the header that begins at a line; that line itself where none does.</summary>
    private static int EndOfHeader(string text, List<Line> lines, int i)
    {
        var handle = IsHandle(text, lines, i) ? i
            : IsHandle(text, lines, i + 1) && !lines[i + 1].Opens && IsName(lines[i].Span.Of(text)) ? i + 1
            : -1;
        var end = handle + 1;
        while (handle >= 0 && end < lines.Count && end < handle + 4
            && AttributionFinder.IsWhen(lines[end].Span.Of(text)))
        {
            end++;
        }

        return end > handle + 1 ? end : i;
    }

    private static bool IsHandle(string text, List<Line> lines, int i) =>
        i < lines.Count && AttributionFinder.IsHandle(lines[i].Span.Of(text));

    private static bool IsName(ReadOnlySpan<char> line) =>
        line.Length <= MaxName && !LineMarks.EndsSentence(line) && !line.Contains('@') && !line.Contains('#');
}
