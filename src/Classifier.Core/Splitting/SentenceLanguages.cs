using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>A sentence, or a long piece of one.</summary>
/// <param name="Span">In the document.</param>
/// <param name="Tag">
/// Its language; null where it is too short, or too full of names, to be a change of language.
/// </param>
/// <param name="Script">The script of most of its letters; null where it is too short.</param>
internal readonly record struct Sentence(TextSpan Span, string? Tag, Script? Script);

/// <summary>
/// The languages of sentences. A sentence stays whole unless it goes on in another language for long: foreign names of
/// offices and bodies are no change of language.
/// </summary>
internal static class SentenceLanguages
{
    /// <summary>Words from which a sentence's own language counts; shorter ones stay with those before them.</summary>
    private const int SwitchWords = 4;

    /// <summary>Words of one language inside a sentence, without quotation marks, that may be a piece of it.</summary>
    private const int RunWords = 10;

    /// <summary>Words from which a sentence of an unknown language, or a row of short ones, is a change.</summary>
    private const int OtherWords = 7;

    public static List<Sentence> Of(VoiceReader reader, IEnumerable<TextSpan> spans)
    {
        var sentences = new List<Sentence>();
        foreach (var span in spans)
        {
            AddPieces(reader, span, sentences);
        }

        TagRows(reader, sentences);
        return sentences;
    }

    /// <summary>Adds a sentence; where it goes on in another language for long, each piece by itself.</summary>
    private static void AddPieces(VoiceReader reader, TextSpan span, List<Sentence> into)
    {
        var start = span.Start;
        var tag = (string?)null;
        foreach (var run in reader.Runs(span))
        {
            if (!IsPiece(reader, run.Span) && (tag is not null || !LeadsUp(reader, run.Span)))
            {
                continue;
            }

            if (tag is not null && run.Tag != tag && Languages.IsTagged(run.Tag) && Languages.IsTagged(tag))
            {
                Add(reader, new(start, run.Span.Start), into);
                start = run.Span.Start;
            }

            tag = run.Tag;
        }

        Add(reader, span with { Start = start }, into);
    }

    /// <summary>Most words of it begin small, as those of the longest names do not.</summary>
    private static bool IsPiece(VoiceReader reader, TextSpan run) =>
        reader.Words(run) is >= RunWords and var words && reader.SmallWords(run) * 2 > words;

    /// <summary>A few words with a colon or a dash behind them: "The ministry writes: ...".</summary>
    private static bool LeadsUp(VoiceReader reader, TextSpan run)
    {
        var bare = SpanTrim.White(reader.Text, run);
        return !bare.IsEmpty && reader.Text[bare.End - 1] is ':' or '—' or '–' && reader.Words(run) >= SwitchWords;
    }

    private static void Add(VoiceReader reader, TextSpan span, List<Sentence> into)
    {
        span = SpanTrim.White(reader.Text, span);
        var words = reader.Words(span);
        into.Add(new(span, TagOf(reader, span, words), words < SwitchWords ? null : reader.ScriptOf(span)));
    }

    /// <summary>
    /// A short sentence full of names is in no language that can be told; it is no change of language.
    /// </summary>
    private static string? TagOf(VoiceReader reader, TextSpan span, int words)
    {
        var tag = words < SwitchWords ? null : reader.LanguageOf(span);
        return tag == Languages.Undetermined && (words < OtherWords || !reader.Identify(span).Reliable) ? null : tag;
    }

    /// <summary>Sentences too short to tell one by one, but not together.</summary>
    private static void TagRows(VoiceReader reader, List<Sentence> sentences)
    {
        for (var first = 0; first < sentences.Count; first++)
        {
            var end = first;
            while (end < sentences.Count && sentences[end].Tag is null)
            {
                end++;
            }

            if (end > first + 1)
            {
                TagRow(reader, sentences, first, end);
            }

            first = end;
        }
    }

    private static void TagRow(VoiceReader reader, List<Sentence> sentences, int first, int end)
    {
        var row = new TextSpan(sentences[first].Span.Start, sentences[end - 1].Span.End);
        var words = reader.Words(row);
        var tag = words < OtherWords ? null : TagOf(reader, row, words);
        for (var i = first; i < end; i++)
        {
            sentences[i] = sentences[i] with { Tag = tag };
        }
    }
}
