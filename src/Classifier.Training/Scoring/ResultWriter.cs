using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Training.Scoring;

/// <summary>
/// Writes results in the JSON that REST speaks too: the field names of <c>passage_tagger.proto</c>. A test holds both
/// against one file of expected fields.
/// </summary>
internal sealed class ResultWriter(string modelVersion, OffsetUnit unit, bool withEvidence)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, with its end.</summary>
    public void Write(ScoreRow row, PassageTags tags, IBufferWriter<byte> into)
    {
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            WriteId(json, row);
            json.WriteStartObject("language");
            json.WriteString("tag", tags.Language.Tag);
            WriteScore(json, tags.Language.Score);
            json.WriteEndObject();
            var offsets = new OffsetConverter(row.Text!, unit);
            WriteActors(json, tags, offsets);
            WriteEvents(json, tags, offsets);
            json.WriteString("model_version", modelVersion);
            if (tags.Untagged != UntaggedReason.None)
            {
                json.WriteString("untagged_reason", "LANGUAGE_NOT_SUPPORTED");
            }

            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    /// <summary>One line for a row that could not be scored.</summary>
    public static void WriteError(ScoreRow row, ClassifierException error, IBufferWriter<byte> into)
    {
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            WriteId(json, row);
            json.WriteStartObject("error");
            json.WriteString("code", error.CodeName);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    private void WriteActors(Utf8JsonWriter json, PassageTags tags, OffsetConverter offsets)
    {
        json.WriteStartArray("actors");
        foreach (var actor in tags.Actors)
        {
            json.WriteStartObject();
            json.WriteString("label", actor.Label);
            WriteScore(json, actor.Score);
            json.WriteStartObject("stance");
            json.WriteString("label", actor.Stance.Label);
            WriteScore(json, actor.Stance.Score);
            WriteEvidence(json, actor.StanceEvidence, offsets);
            json.WriteEndObject();
            WriteEvidence(json, actor.Evidence, offsets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEvents(Utf8JsonWriter json, PassageTags tags, OffsetConverter offsets)
    {
        json.WriteStartArray("events");
        foreach (var found in tags.Events)
        {
            json.WriteStartObject();
            json.WriteString("label", found.Label);
            WriteScore(json, found.Score);
            WriteEvidence(json, found.Evidence, offsets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence, OffsetConverter offsets)
    {
        if (!withEvidence)
        {
            return;
        }

        json.WriteStartObject("evidence");
        json.WriteStartArray("spans");
        foreach (var piece in evidence)
        {
            var span = offsets.Convert(piece.Span);
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteNumber("weight", Round(piece.Weight));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, ScoreRow row)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(row.IdJson ?? "null");
    }

    private static void WriteScore(Utf8JsonWriter json, float score) => json.WriteNumber("score", Round(score));

    private static float Round(float value) => MathF.Round(value, 4);
}
