using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Sentences to passages: one language, five sentences and <see cref="PassageSplitter.MaxLength"/> units at most.
/// </summary>
internal static class SentenceGrouper
{
    /// <summary>Words from which a sentence's own language counts; shorter ones stay with those before them.</summary>
    private const int SwitchWords = 4;

    /// <summary>Words of another language inside a sentence, without quotation marks, that are cut out of it.</summary>
    private const int RunWords = 10;

    /// <summary>Words from which a sentence of an unknown language is a change.</summary>
    private const int OtherWords = 7;

    private readonly record struct Sentence(TextSpan Span, string? Tag);

    public static void AddPassages(VoiceReader reader, Passage part, List<Passage> passages)
    {
        var spans = new List<TextSpan>();
        SentenceFinder.Find(reader.Text, TrimMarks(reader.Text, part), PassageSplitter.MaxLength, spans);
        var sentences = new List<Sentence>();
        foreach (var span in WithMarks(reader.Text, spans))
        {
            AddByLanguage(reader, span, sentences);
        }

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

    /// <summary>Adds a sentence; where it goes on in another language for long, each piece by itself.</summary>
    private static void AddByLanguage(VoiceReader reader, TextSpan span, List<Sentence> into)
    {
        var start = span.Start;
        var tag = (string?)null;
        foreach (var run in reader.Runs(span))
        {
            var words = reader.Words(run.Span);
            var counts = words >= RunWords;
            if (counts && tag is not null && run.Tag != tag && Languages.IsTagged(run.Tag) && Languages.IsTagged(tag))
            {
                Add(reader, new(start, run.Span.Start), into);
                start = run.Span.Start;
            }

            tag = counts || (tag is null && words >= SwitchWords) ? run.Tag : tag;
        }

        Add(reader, span with { Start = start }, into);
    }

    private static void Add(VoiceReader reader, TextSpan span, List<Sentence> into)
    {
        span = SpanTrim.White(reader.Text, span);
        into.Add(new(span, TagOf(reader, span)));
    }

    /// <summary>
    /// A short sentence full of names is in no language that can be told; it is no change of language.
    /// </summary>
    private static string? TagOf(VoiceReader reader, TextSpan span)
    {
        var words = reader.Words(span);
        var tag = words < SwitchWords ? null : reader.LanguageOf(span);
        return tag == Languages.Undetermined && (words < OtherWords || !reader.Identify(span).Reliable) ? null : tag;
    }

    private static int EndOfLanguage(List<Sentence> sentences, int first)
    {
        string? tag = null;
        for (var i = first; i < sentences.Count; i++)
        {
            if (tag is not null && sentences[i].Tag is not null && sentences[i].Tag != tag)
            {
                return i;
            }

            tag ??= sentences[i].Tag;
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
