using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Sentences to passages: one language, five sentences and <see cref="PassageSplitter.MaxLength"/> units at most.
/// </summary>
internal static class SentenceGrouper
{
    public static void AddPassages(VoiceReader reader, Passage part, List<Passage> passages)
    {
        var spans = new List<TextSpan>();
        SentenceFinder.Find(reader.Text, TrimMarks(reader.Text, part), PassageSplitter.MaxLength, spans);
        var sentences = SentenceLanguages.Of(reader, WithMarks(reader.Text, spans));
        for (var first = 0; first < sentences.Count;)
        {
            var end = EndOfLanguage(sentences, first);
            Chunk(sentences, first, end, part.IsQuote, passages);
            first = end;
        }
    }

    /// <summary>
    /// Emoji and points between sentences go with the sentence before them, at the start with the one after.
    /// </summary>
    private static IEnumerable<TextSpan> WithMarks(string text, List<TextSpan> spans)
    {
        TextSpan? open = null;
        var words = false;
        foreach (var span in spans)
        {
            var isMarks = LeftOvers.IsOnlyMarks(span.Of(text));
            if (open is { } last && (isMarks || !words) && span.End - last.Start <= PassageSplitter.MaxLength)
            {
                open = last with { End = span.End };
            }
            else
            {
                if (words)
                {
                    yield return open!.Value;
                }

                // Marks that found no room keep `words` and so have a passage of their own.
                open = span;
            }

            words |= !isMarks;
        }

        if (words)
        {
            yield return open!.Value;
        }
    }

    /// <summary>Without the comma or full stop that a quotation which was taken out left at the start.</summary>
    private static TextSpan TrimMarks(string text, Passage part)
    {
        var span = SpanTrim.White(text, part.Span);
        while (!span.IsEmpty && text[span.Start] is ',' or ';' or '.' or ':' or ')' or '،' or '؛' or '>'
            && !StartsEllipsis(text, span))
        {
            span = SpanTrim.White(text, span with { Start = span.Start + 1 });
        }

        return span;
    }

    private static bool StartsEllipsis(string text, TextSpan span) =>
        span.Length > 2 && text[span.Start] == '.' && text[span.Start + 1] == '.';

    private static int EndOfLanguage(List<Sentence> sentences, int first)
    {
        var (tag, script) = (sentences[first].Tag, sentences[first].Script);
        for (var i = first + 1; i < sentences.Count; i++)
        {
            var next = sentences[i];
            if ((tag is not null && next.Tag is not null && next.Tag != tag)
                || (script is not null && next.Script is not null && next.Script != script))
            {
                return i;
            }

            (tag, script) = (tag ?? next.Tag, script ?? next.Script);
        }

        return sentences.Count;
    }

    /// <summary>Spreads a run of sentences evenly over as few passages as the limits allow.</summary>
    private static void Chunk(List<Sentence> sentences, int first, int end, bool isQuote, List<Passage> passages)
    {
        while (first < end)
        {
            var left = end - first;
            var pieces = (left + PassageSplitter.MaxSentences - 1) / PassageSplitter.MaxSentences;
            var take = (left + pieces - 1) / pieces;
            while (take > 1
                && sentences[first + take - 1].Span.End - sentences[first].Span.Start > PassageSplitter.MaxLength)
            {
                take--;
            }

            passages.Add(new(new(sentences[first].Span.Start, sentences[first + take - 1].Span.End), isQuote));
            first += take;
        }
    }
}
