using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// The quotations of each voice, those that run over several paragraphs among them: a paragraph begins with a mark
/// that only a later paragraph closes, and those between may begin with the mark again.
/// </summary>
internal static class VoiceQuotes
{
    private const int MostParagraphs = 10;
    private const int Absent = -2;
    private const string Openers = "\"“„«»‘‚‹";

    public static IEnumerable<(TextSpan Voice, IReadOnlyList<TextSpan> Quotes)> Find(
        string text, IReadOnlyList<TextSpan> voices)
    {
        for (var i = 0; i < voices.Count; i++)
        {
            var quotes = new List<TextSpan>();
            QuoteFinder.Find(text, voices[i], quotes);
            var (last, close) = quotes.Count == 0 || quotes[0].Start > voices[i].Start + 1
                ? Long(text, voices, i)
                : (i, -1);
            for (; i < last; i++)
            {
                yield return (voices[i], [Inside(text, voices[i], voices[i].End)]);
            }

            if (close >= 0)
            {
                quotes = [Inside(text, voices[i], close)];
                QuoteFinder.Find(text, new(close + 1, voices[i].End), quotes);
            }

            yield return (voices[i], quotes);
        }
    }

    /// <summary>The last paragraph of a quotation that begins at one and the place of its closing mark.</summary>
    private static (int Last, int Close) Long(string text, IReadOnlyList<TextSpan> voices, int first)
    {
        var opener = text[voices[first].Start];
        if (!Openers.Contains(opener, StringComparison.Ordinal))
        {
            return (first, -1);
        }

        for (var i = first + 1; i < voices.Count && i < first + MostParagraphs; i++)
        {
            var close = CloseIn(text, Inside(text, voices[i], voices[i].End), opener);
            if (close != Absent)
            {
                return close >= 0 ? (i, close) : (first, -1);
            }
        }

        return (first, -1);
    }

    /// <summary>
    /// The closing mark; -1 where another quotation opens before it, <see cref="Absent"/> where neither comes.
    /// </summary>
    private static int CloseIn(string text, TextSpan voice, char opener)
    {
        for (var i = voice.Start; i < voice.End; i++)
        {
            var follows = i > voice.Start && !char.IsWhiteSpace(text[i - 1]);
            if (follows && QuotePairs.ClosersOf(opener).Contains(text[i], StringComparison.Ordinal)
                && (i + 1 == voice.End || !char.IsLetterOrDigit(text[i + 1])))
            {
                return i;
            }

            if (text[i] == opener)
            {
                return -1;
            }
        }

        return Absent;
    }

    private static TextSpan Inside(string text, TextSpan voice, int end) =>
        new(voice.Start + (Openers.Contains(text[voice.Start], StringComparison.Ordinal) ? 1 : 0), end);
}
