using System.Buffers;
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
    /// <summary>One line, with its end.</summary>
    public void Write(ScoreRow row, PassageTags tags, IBufferWriter<byte> into) => ResultLine.Write(row, into, json =>
    {
        json.WriteStartObject("language");
        json.WriteString("tag", tags.Language.Tag);
        json.WriteScore(tags.Language.Score);
        json.WriteEndObject();
        var offsets = new OffsetConverter(row.Text!, unit);
        WriteActors(json, tags, offsets);
        WriteEvents(json, tags, offsets);
        json.WriteString("model_version", modelVersion);
        if (tags.UntaggedName is { } reason)
        {
            json.WriteString("untagged_reason", reason);
        }
    });

    private void WriteActors(Utf8JsonWriter json, PassageTags tags, OffsetConverter offsets)
    {
        json.WriteStartArray("actors");
        foreach (var actor in tags.Actors)
        {
            json.WriteStartObject();
            json.WriteString("label", actor.Label);
            json.WriteScore(actor.Score);
            json.WriteStartObject("stance");
            json.WriteString("label", actor.Stance.Label);
            json.WriteScore(actor.Stance.Score);
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
            json.WriteScore(found.Score);
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
            json.WriteRounded("weight", piece.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
