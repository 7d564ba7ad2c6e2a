using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Cuts a stretch of text into sentences no longer than a passage may be.</summary>
internal static class SentenceFinder
{
    /// <summary>Adds the sentences of a span, in order; together they hold all of its visible characters.</summary>
    public static void Find(ReadOnlySpan<char> text, TextSpan within, int maxLength, List<TextSpan> into)
    {
        var start = within.Start;
        var word = 0;
        for (var i = within.Start; i < within.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                word++;
                continue;
            }

            if (SentenceMarks.EndsSentence(text[..within.End], i, word))
            {
                i = SkipClosers(text, i + 1, within.End) - 1;
                AddCut(text, new(start, i + 1), maxLength, into);
                start = i + 1;
            }

            word = 0;
        }

        AddCut(text, new(start, within.End), maxLength, into);
    }

    private static int SkipClosers(ReadOnlySpan<char> text, int i, int end)
    {
        while (i < end && (text[i] is '.' or '!' or '?' or '؟' or '…' or ')' or ']' or '\'' or '’'
            || (QuoteMarks.IsDouble(text[i]) && (i + 1 == end || char.IsWhiteSpace(text[i + 1])))))
        {
            i++;
        }

        return i;
    }

    /// <summary>Cuts what is too long at a clause mark, else at a space, else between characters.</summary>
    private static void AddCut(ReadOnlySpan<char> text, TextSpan span, int maxLength, List<TextSpan> into)
    {
        span = SpanTrim.White(text, span);
        while (span.Length > maxLength)
        {
            var cut = CutPoint(text, span, maxLength);
            into.Add(SpanTrim.White(text, span with { End = cut }));
            span = SpanTrim.White(text, span with { Start = cut });
        }

        if (!span.IsEmpty)
        {
            into.Add(span);
        }
    }

    private static int CutPoint(ReadOnlySpan<char> text, TextSpan span, int maxLength)
    {
        var window = text.Slice(span.Start, maxLength);
        var clause = window.LastIndexOfAny([';', ':', ',', '،', '؛']);
        if (clause > maxLength / 2)
        {
            return span.Start + clause + 1;
        }

        var space = window.LastIndexOfAny([' ', '\t', '\u00A0']);
        if (space > 0)
        {
            return span.Start + space;
        }

        var end = span.Start + maxLength;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
