using System.Globalization;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Cuts a stretch of text into sentences no longer than a passage may be.</summary>
internal static class SentenceFinder
{
    /// <summary>Adds the sentences of a span, in order; together they hold all of its visible characters.</summary>
    public static void Find(ReadOnlySpan<char> text, TextSpan within, int maxLength, List<TextSpan> into)
    {
        var start = within.Start;
        text = text[..within.End];
        for (var i = within.Start; i < within.End; i++)
        {
            var link = char.IsAsciiLetter(text[i]) ? LinkScanner.Length(text, i) : 0;
            if (link > 0)
            {
                i += link - 1;
                continue;
            }

            if (text[i] is not ('.' or '!' or '?' or '؟' or '۔' or '…'))
            {
                continue;
            }

            var next = SkipClosers(text, i + 1);
            if (SentenceEnds.IsEnd(text, start, i, next))
            {
                AddCut(text, new(start, next), maxLength, into);
                start = next;
            }

            i = next - 1;
        }

        AddCut(text, new(start, within.End), maxLength, into);
    }

    /// <summary>Further marks, closing brackets and quotation marks, references such as [3].</summary>
    private static int SkipClosers(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length)
        {
            if (text[i] is '.' or '!' or '?' or '؟' or '…' or ')' or ']' or '\'' or '’'
                || (QuotePairs.IsMark(text[i]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]))))
            {
                i++;
            }
            else if (text[i] == '[' && ReferenceLength(text[i..]) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int ReferenceLength(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end < 4 && char.IsDigit(text[end]))
        {
            end++;
        }

        return end > 1 && end < text.Length && text[end] == ']' ? end + 1 : 0;
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
        if (clause > maxLength / 2 && clause + 1 < maxLength && char.IsWhiteSpace(window[clause + 1]))
        {
            return span.Start + clause + 1;
        }

        var space = window.LastIndexOfAny([' ', '\t', '\u00A0']);
        return space > 0 ? span.Start + space : span.Start + BetweenCharacters(text[span.Start..span.End], maxLength);
    }

    /// <summary>Through no cluster (family emoji, letter with marks), unless one cluster alone is too long.</summary>
    private static int BetweenCharacters(ReadOnlySpan<char> text, int maxLength)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text[end..]) is > 0 and var length && end + length <= maxLength)
        {
            end += length;
        }

        return end > 0 ? end : maxLength - (char.IsLowSurrogate(text[maxLength]) ? 1 : 0);
    }
}
