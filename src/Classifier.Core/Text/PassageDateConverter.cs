using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classifier.Core.Text;

/// <summary>
/// Dates in JSON are strings of one of <see cref="PassageDate.Forms"/>; a day is written like a <see cref="DateOnly"/>.
/// </summary>
internal sealed class PassageDateConverter : JsonConverter<PassageDate>
{
    public override PassageDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PassageDate.TryParse(reader.GetString(), out var date)
            ? date
            : throw new JsonException($"A date is a string of the form {PassageDate.Forms}.");

    public override void Write(Utf8JsonWriter writer, PassageDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
