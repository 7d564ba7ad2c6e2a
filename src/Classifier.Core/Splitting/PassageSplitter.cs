using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Documents as people paste them, cut into passages: one to five sentences of one language and one voice. A long
/// quotation in another language than its surroundings becomes a passage of its own. Offsets are carried from the
/// document through every step, never searched for. Immutable; the scratch belongs to the call.
/// </summary>
public sealed class PassageSplitter(LanguageIdentifier identifier)
{
    /// <summary>Longest passage, in UTF-16 units.</summary>
    public const int MaxLength = 1200;

    /// <summary>Most sentences in a passage.</summary>
    public const int MaxSentences = 5;

    private const int ForeignQuoteWords = 5;
    private const int OwnQuoteWords = 20;
    private const int SwitchWords = 4;

    /// <summary>
    /// Cuts a document. Every visible character ends up in a passage or an aside, but for quotation marks and sentences
    /// of nothing but points and brackets, such as the full stop after a quotation that was taken out.
    /// </summary>
    public SplitDocument Split(string text, FeatureScratch scratch, CancellationToken cancel = default)
    {
        var voices = new List<TextSpan>();
        var asides = new List<Aside>();
        VoiceScanner.Scan(text, voices, asides);
        var passages = new List<Passage>();
        foreach (var voice in voices)
        {
            cancel.ThrowIfCancellationRequested();
            SplitVoice(text, voice, scratch, passages, cancel);
        }

        return new(passages, asides);
    }

    private void SplitVoice(
        string text, TextSpan voice, FeatureScratch scratch, List<Passage> passages, CancellationToken cancel)
    {
        var reader = new VoiceReader(text, voice, identifier, scratch);
        var quotes = new List<TextSpan>();
        QuoteFinder.Find(text, voice, quotes);
        var start = voice.Start;
        foreach (var quote in quotes)
        {
            cancel.ThrowIfCancellationRequested();
            if (StandsAlone(reader, voice, quote))
            {
                AddPassages(reader, new(start, quote.Start - 1), false, passages);
                AddPassages(reader, quote, true, passages);
                start = quote.End + 1;
            }
        }

        AddPassages(reader, new(start, voice.End), false, passages);
    }

    /// <summary>The whole voice is a quotation, or it is long and foreign, or it is long and announced.</summary>
    private static bool StandsAlone(VoiceReader reader, TextSpan voice, TextSpan quote)
    {
        var words = reader.Words(quote);
        var before = new TextSpan(voice.Start, quote.Start - 1);
        var after = new TextSpan(quote.End + 1, voice.End);
        var outside = reader.Words(before) + reader.Words(after);
        if (outside == 0)
        {
            return true;
        }

        if (words < ForeignQuoteWords)
        {
            return false;
        }

        var inside = reader.Identify(quote);
        var around = reader.Words(before) >= reader.Words(after) ? reader.IdentifyEnd(before) : reader.Identify(after);
        return (inside.Tag != around.Tag && inside.Reliable && outside >= 2) || (words >= OwnQuoteWords && reader.IsAnnounced(quote));
    }

    private static void AddPassages(VoiceReader reader, TextSpan span, bool isQuote, List<Passage> passages)
    {
        var sentences = new List<TextSpan>();
        SentenceFinder.Find(reader.Text, SpanTrim.White(reader.Text, span), MaxLength, sentences);
        sentences.RemoveAll(s => reader.IsOnlyMarks(s));
        for (var first = 0; first < sentences.Count;)
        {
            var end = EndOfLanguage(reader, sentences, first);
            Chunk(sentences, first, end, isQuote, passages);
            first = end;
        }
    }

    /// <summary>Sentences too short to tell stay with those before them.</summary>
    private static int EndOfLanguage(VoiceReader reader, List<TextSpan> sentences, int first)
    {
        string? tag = null;
        for (var i = first; i < sentences.Count; i++)
        {
            if (reader.Words(sentences[i]) < SwitchWords || reader.Identify(sentences[i]) is not { Reliable: true } guess)
            {
                continue;
            }

            if (tag is not null && guess.Tag != tag)
            {
                return i;
            }

            tag = guess.Tag;
        }

        return sentences.Count;
    }

    /// <summary>Spreads a run of sentences evenly over as few passages as the limits allow.</summary>
    private static void Chunk(List<TextSpan> sentences, int first, int end, bool isQuote, List<Passage> passages)
    {
        while (first < end)
        {
            var left = end - first;
            var pieces = (left + MaxSentences - 1) / MaxSentences;
            var take = (left + pieces - 1) / pieces;
            while (take > 1 && sentences[first + take - 1].End - sentences[first].Start > MaxLength)
            {
                take--;
            }

            passages.Add(new(new(sentences[first].Start, sentences[first + take - 1].End), isQuote));
            first += take;
        }
    }
}
