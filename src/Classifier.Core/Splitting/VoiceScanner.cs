using System.Text.RegularExpressions;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Cuts a document into stretches of one voice: lines, and within a line the posts that attributions end. Attributions
/// and the links at a stretch's ends are set aside.
/// </summary>
internal static partial class VoiceScanner
{
    private static readonly System.Buffers.SearchValues<char> LineEnds =
        System.Buffers.SearchValues.Create("\n\r\u2028\u2029\u0085");

    /// <summary>Adds the voices and asides of a document, in order.</summary>
    public static void Scan(string text, List<TextSpan> voices, List<Aside> asides)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            ScanLine(text, new(start, end), voices, asides);
            start = end + 1;
        }
    }

    private static void ScanLine(string text, TextSpan line, List<TextSpan> voices, List<Aside> asides)
    {
        var start = line.Start;
        foreach (var match in Attribution().EnumerateMatches(text.AsSpan(line.Start, line.Length)))
        {
            var at = line.Start + match.Index;
            AddVoice(text, new(start, at), voices, asides);
            asides.Add(new(SpanTrim.White(text, new(at, at + match.Length)), AsideKind.Attribution));
            start = at + match.Length;
        }

        AddVoice(text, new(start, line.End), voices, asides);
    }

    private static void AddVoice(string text, TextSpan span, List<TextSpan> voices, List<Aside> asides)
    {
        span = TrimLeadingLinks(text, SpanTrim.White(text, span), asides);
        var trailing = new Stack<Aside>();
        span = TrimTrailingLinks(text, span, trailing);
        if (!span.IsEmpty)
        {
            voices.Add(span);
        }

        asides.AddRange(trailing);
    }

    private static TextSpan TrimLeadingLinks(string text, TextSpan span, List<Aside> asides)
    {
        while (!span.IsEmpty && LinkScanner.Length(text.AsSpan(0, span.End), span.Start) is > 0 and var length)
        {
            asides.Add(new(new(span.Start, span.Start + length), AsideKind.Link));
            span = SpanTrim.White(text, span with { Start = span.Start + length });
        }

        return span;
    }

    private static TextSpan TrimTrailingLinks(string text, TextSpan span, Stack<Aside> asides)
    {
        while (!span.IsEmpty)
        {
            var word = span.End;
            while (word > span.Start && !char.IsWhiteSpace(text[word - 1]))
            {
                word--;
            }

            if (LinkScanner.Length(text.AsSpan(0, span.End), word) != span.End - word)
            {
                return span;
            }

            asides.Push(new(new(word, span.End), AsideKind.Link));
            span = SpanTrim.White(text, span with { End = word });
        }

        return span;
    }

    /// <summary>
    /// A dash, a name of up to 60 characters, the handle in brackets, and a date in words or digits where there is one.
    /// A hyphen counts as a dash only where a word begins, since names and adjectives hold hyphens too.
    /// Every repetition is bounded, so a hostile line costs linear time.
    /// </summary>
    [GeneratedRegex(
        @"(?:[—–]|(?<!\S)-)\s{0,3}[^\n—–()]{0,60}\(@\w{1,30}\)(?:\s{0,3}(?:\p{L}{3,12}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,12}\.?\s\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();
}
