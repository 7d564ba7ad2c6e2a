using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Classifier.Core;

namespace Classifier.Training.Scoring;

/// <summary>
/// What all lines that go out have in common: the id first, letters unescaped, four decimals, LF at the end.
/// </summary>
internal static class ResultLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, with its end.</summary>
    /// <param name="row">The row that is answered; its id comes back as it came.</param>
    /// <param name="into">Where the line goes.</param>
    /// <param name="fields">Writes the fields behind the id.</param>
    public static void Write(ScoreRow row, IBufferWriter<byte> into, Action<Utf8JsonWriter> fields)
    {
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(row.IdJson ?? "null");
            fields(json);
            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    /// <summary>One line for a row that could not be answered.</summary>
    public static void WriteError(ScoreRow row, ClassifierException error, IBufferWriter<byte> into) =>
        Write(row, into, json =>
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.CodeName);
            json.WriteString("message", error.Message);
            json.WriteString("reason", error.Reason);
            json.WriteEndObject();
        });

    public static void WriteScore(this Utf8JsonWriter json, float score) => json.WriteRounded("score", score);

    public static void WriteRounded(this Utf8JsonWriter json, string name, float value) =>
        json.WriteNumber(name, Rounded.Of(value));
}
