using System.Buffers;
using System.Text.Json;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Training.Scoring;

/// <summary>
/// Writes languages in the JSON that REST speaks too: the field names of <c>LanguageResult</c> in
/// <c>passage_tagger.proto</c>. A test holds both against one file of expected fields.
/// </summary>
internal sealed class LanguageResultWriter(string modelVersion, int topK, OffsetUnit unit)
{
    /// <summary>One line, with its end.</summary>
    /// <param name="row">The row that is answered.</param>
    /// <param name="guess">Its language.</param>
    /// <param name="spans">Languages inside the text, in order; null where they were not asked for.</param>
    /// <param name="into">Where the line goes.</param>
    public void Write(
        ScoreRow row, LanguageGuess guess, IReadOnlyList<LanguageSpan>? spans, IBufferWriter<byte> into) =>
        ResultLine.Write(row, into, json =>
        {
            WriteLanguage(json, guess);
            WriteTop(json, guess);
            if (spans is not null)
            {
                WriteSpans(json, spans, new OffsetConverter(row.Text!, unit));
            }

            json.WriteString("model_version", modelVersion);
        });

    private static void WriteLanguage(Utf8JsonWriter json, LanguageGuess guess)
    {
        json.WriteStartObject("language");
        json.WriteString("tag", guess.Tag);
        json.WriteScore(guess.Score);
        json.WriteBoolean("reliable", guess.Reliable);
        json.WriteString("script", ScriptCodes.Of(guess.Script));
        json.WriteEndObject();
    }

    private void WriteTop(Utf8JsonWriter json, LanguageGuess guess)
    {
        json.WriteStartArray("top");
        foreach (var (tag, score) in guess.Top.Take(topK))
        {
            json.WriteStartObject();
            json.WriteString("tag", tag);
            json.WriteScore(score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, IReadOnlyList<LanguageSpan> spans, OffsetConverter offsets)
    {
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            var place = offsets.Convert(span.Span);
            json.WriteStartObject();
            json.WriteNumber("start", place.Start);
            json.WriteNumber("end", place.End);
            json.WriteString("tag", span.Tag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
