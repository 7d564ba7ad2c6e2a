using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Tells which quotations of a voice become passages of their own, and cuts the voice there.</summary>
internal static class VoiceParts
{
    private const int ForeignWords = 5;
    private const int OwnWords = 20;
    private const int LeastAround = 2;

    /// <summary>The parts in order, without the marks of the quotations that were taken out.</summary>
    public static List<Passage> Of(VoiceReader reader, TextSpan voice, IReadOnlyList<TextSpan> quotes)
    {
        var around = Around(voice, quotes);
        var outside = 0;
        foreach (var span in around)
        {
            outside += reader.Words(span);
        }

        var language = reader.LanguageOf([.. around]);
        var parts = new List<Passage>();
        var start = voice.Start;
        foreach (var quote in quotes)
        {
            if (StandsAlone(reader, quote, outside, language))
            {
                parts.Add(new(new(start, Math.Max(start, quote.Start - 1)), false));
                parts.Add(new(quote, true));
                start = Math.Min(voice.End, quote.End + 1);
            }
        }

        parts.Add(new(new(start, voice.End), false));
        return parts;
    }

    /// <summary>What the writer says in an own voice; other quotations tell nothing about its language.</summary>
    private static List<TextSpan> Around(TextSpan voice, IReadOnlyList<TextSpan> quotes)
    {
        var around = new List<TextSpan>();
        var start = voice.Start;
        foreach (var quote in quotes)
        {
            around.Add(new(start, Math.Max(start, quote.Start - 1)));
            start = Math.Min(voice.End, quote.End + 1);
        }

        around.Add(new(start, voice.End));
        return around;
    }

    /// <summary>There is nothing around it, or it is long and foreign, or it is long and announced.</summary>
    private static bool StandsAlone(VoiceReader reader, TextSpan quote, int outside, string? language)
    {
        if (outside == 0)
        {
            return true;
        }

        var words = reader.Words(quote);
        return (words >= ForeignWords && outside >= LeastAround && !IsTitle(reader, quote, words)
                && IsForeign(reader, quote, language))
            || (words >= OwnWords && reader.IsAnnounced(quote));
    }

    /// <summary>Most words begin with a capital: the name of a body or a book, which its sentence is about.</summary>
    private static bool IsTitle(VoiceReader reader, TextSpan quote, int words) =>
        reader.SmallWords(quote) * 2 <= words;

    private static bool IsForeign(VoiceReader reader, TextSpan quote, string? language) =>
        reader.Identify(quote) is { Reliable: true } inside && inside.Tag != language;
}
