using System.Globalization;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// What belongs to no passage and is neither link nor attribution: marks, reported so that nothing is lost.
/// </summary>
internal static class LeftOvers
{
    /// <summary>
    /// The document with an aside for every visible stretch between its parts, and no passage that begins or ends
    /// inside a character (a letter with its marks, a family emoji).
    /// </summary>
    public static SplitDocument Report(string text, List<Passage> passages, List<Aside> asides)
    {
        var inside = InsideCharacters(text);
        var whole = new List<Passage>(passages.Count);
        foreach (var passage in passages)
        {
            var span = Shrink(text, passage.Span, inside);
            if (!span.IsEmpty)
            {
                whole.Add(passage with { Span = span });
            }
        }

        return new(whole, WithGaps(text, whole, asides));
    }

    /// <summary>No letter, digit or symbol: nothing that a reader would call text.</summary>
    public static bool IsOnlyMarks(ReadOnlySpan<char> span)
    {
        foreach (var rune in span.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static List<Aside> WithGaps(string text, List<Passage> passages, List<Aside> asides)
    {
        var all = new List<Aside>(asides.Count);
        var (p, at) = (0, 0);
        foreach (var aside in asides)
        {
            for (; p < passages.Count && passages[p].Span.Start < aside.Span.Start; p++)
            {
                AddGap(text, new(at, passages[p].Span.Start), all);
                at = passages[p].Span.End;
            }

            AddGap(text, new(at, aside.Span.Start), all);
            all.Add(aside);
            at = aside.Span.End;
        }

        for (; p < passages.Count; p++)
        {
            AddGap(text, new(at, passages[p].Span.Start), all);
            at = passages[p].Span.End;
        }

        AddGap(text, new(at, text.Length), all);
        return all;
    }

    /// <summary>Adds the visible parts of a gap, one for each word of marks.</summary>
    private static void AddGap(string text, TextSpan gap, List<Aside> into)
    {
        var start = -1;
        for (var i = gap.Start; i <= gap.End; i++)
        {
            var visible = i < gap.End && !SpanTrim.IsBlank(text[i]);
            if (visible && start < 0)
            {
                start = i;
            }
            else if (!visible && start >= 0)
            {
                into.Add(new(new(start, i), AsideKind.Mark));
                start = -1;
            }
        }
    }

    /// <summary>To whole characters; what that lays bare at the ends may be white space, and so in turn.</summary>
    private static TextSpan Shrink(string text, TextSpan span, bool[] inside)
    {
        while (!span.IsEmpty && (inside[span.Start] || inside[span.End]))
        {
            span = inside[span.Start] ? span with { Start = span.Start + 1 } : span with { End = span.End - 1 };
            span = SpanTrim.White(text, span);
        }

        return span;
    }

    /// <summary>For every place, the end among them, whether it lies inside a character.</summary>
    private static bool[] InsideCharacters(ReadOnlySpan<char> text)
    {
        var inside = new bool[text.Length + 1];
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] < 0x80 && i + 1 < text.Length && text[i + 1] is < (char)0x80 and not '\n'
                ? 1
                : StringInfo.GetNextTextElementLength(text[i..]);
            inside.AsSpan(i + 1, length - 1).Fill(true);
            i += length;
        }

        return inside;
    }
}
