using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Cuts a document into stretches of one voice: paragraphs, and within a paragraph the posts that attributions end.
/// Attributions and the links at a stretch's ends are set aside.
/// </summary>
internal static class VoiceScanner
{
    /// <summary>Adds the voices and asides of a document, in order.</summary>
    public static void Scan(string text, List<TextSpan> voices, List<Aside> asides)
    {
        var lines = Line.Of(text);
        PostHeaders.Take(text, lines, asides);
        var found = new List<TextSpan>();
        foreach (var stretch in LineJoiner.Join(text, lines))
        {
            found.Clear();
            AttributionFinder.Find(text, stretch, found);
            ScanStretch(text, stretch, found, voices, asides);
        }

        asides.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    private static void ScanStretch(
        string text, TextSpan stretch, List<TextSpan> attributions, List<TextSpan> voices, List<Aside> asides)
    {
        var start = stretch.Start;
        foreach (var attribution in attributions)
        {
            AddVoice(text, new(start, attribution.Start), voices, asides);
            asides.Add(new(attribution, AsideKind.Attribution));
            start = attribution.End;
        }

        AddVoice(text, new(start, stretch.End), voices, asides);
    }

    private static void AddVoice(string text, TextSpan span, List<TextSpan> voices, List<Aside> asides)
    {
        span = TrimLeadingLinks(text, SpanTrim.White(text, span), asides);
        span = TrimTrailingLinks(text, span, asides);
        if (!span.IsEmpty)
        {
            voices.Add(span);
        }
    }

    private static TextSpan TrimLeadingLinks(string text, TextSpan span, List<Aside> asides)
    {
        while (!span.IsEmpty && BareLinks.Length(text.AsSpan(0, span.End), span.Start) is > 0 and var length)
        {
            asides.Add(new(new(span.Start, span.Start + length), AsideKind.Link));
            span = SpanTrim.White(text, span with { Start = span.Start + length });
        }

        return span;
    }

    private static TextSpan TrimTrailingLinks(string text, TextSpan span, List<Aside> asides)
    {
        while (!span.IsEmpty && BareLinks.EndsWithOne(text.AsSpan(0, span.End), span.Start))
        {
            var word = BareLinks.LastWord(text.AsSpan(0, span.End), span.Start);
            asides.Add(new(span with { Start = word }, AsideKind.Link));
            span = SpanTrim.White(text, span with { End = word });
        }

        return span;
    }
}
