using System.Text;
using System.Text.Json;
using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Training.Scoring;

/// <summary>
/// A row of the JSON Lines contract: <c>{"id":"a1","text":"...","date":"2026-01-20"}</c>; further fields are ignored.
/// What is wrong with a row is an error of its own, so that the id, where it could be read, can be answered with it.
/// </summary>
internal sealed class ScoreRow
{
    /// <summary>
    /// A second object on a line shall be named as such. Fields that are ignored may nest as they like; no line nests
    /// deeper than it has bytes.
    /// </summary>
    private static readonly JsonReaderOptions Options =
        new() { AllowMultipleValues = true, MaxDepth = ScoreRun.MaxLine };

    /// <summary>The id as JSON, a string or a number; null where there is none.</summary>
    public string? IdJson { get; private set; }

    public string? Text { get; private set; }

    public PassageDate? Date { get; private set; }

    /// <summary>Why the row cannot be scored; null if it can.</summary>
    public ClassifierException? Error { get; private set; }

    public static ScoreRow Parse(InputLine line, int maxLine)
    {
        var row = new ScoreRow();
        try
        {
            if (line.TooLong)
            {
                throw Bad(
                    Reasons.MessageTooLarge,
                    $"The line has {line.Length} bytes; at most {maxLine} are read. Split the text.");
            }

            row.Read(line.Bytes.Span);
        }
        catch (ClassifierException e)
        {
            row.Error ??= e;
        }
        catch (JsonException e)
        {
            row.Error ??= Bad(
                Reasons.MessageMalformed,
                $"The line is not JSON: it breaks off or goes wrong at byte {e.BytePositionInLine}.");
        }

        return row;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        if (bytes.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Bad(
                Reasons.MessageMalformed,
                bytes.IsEmpty ? "The line is empty; a JSON object is needed." : "The line is not a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref reader);
        }

        if (reader.Read())
        {
            throw Bad(Reasons.MessageMalformed, "The line holds more than one JSON object.");
        }

        if (Text is null)
        {
            throw Bad(Reasons.TextEmpty, "The row has no field 'text' that is a string.");
        }
    }

    /// <summary>A bad field is remembered, and reading goes on: the id may stand behind it.</summary>
    private void ReadField(ref Utf8JsonReader reader)
    {
        try
        {
            var name = reader.GetString();
            reader.Read();
            Take(name, ref reader);
        }
        catch (ClassifierException e)
        {
            Error ??= e;
        }
        catch (InvalidOperationException)
        {
            // A name that cannot be read still has its value ahead; a value has been read whole.
            Error ??= Bad(
                Reasons.TextBroken,
                $"The string at byte {reader.TokenStartIndex} is not well-formed Unicode: it has a lone surrogate, or "
                    + "bytes that are not UTF-8.");
            reader.Skip();
        }
    }

    private void Take(string? name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "id":
                IdJson = ReadId(ref reader);
                break;
            case "text" when reader.TokenType == JsonTokenType.String:
                Text = reader.GetString();
                break;
            case "text" when reader.TokenType != JsonTokenType.Null:
                reader.Skip();
                throw Bad(Reasons.MessageMalformed, "The field 'text' is not a string.");
            case "date" when reader.TokenType == JsonTokenType.String:
                Date = ReadDate(reader.GetString()!);
                break;
            case "date" when reader.TokenType != JsonTokenType.Null:
                reader.Skip();
                throw Bad(
                    Reasons.MessageMalformed, $"The field 'date' is not a string of the form {PassageDate.Forms}.");
            default:
                reader.Skip();
                break;
        }
    }

    private static string? ReadId(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonSerializer.Serialize(reader.GetString(), CoreJson.Lines);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.Null:
                return null;
            default:
                reader.Skip();
                throw Bad(Reasons.MessageMalformed, "The field 'id' is neither a string nor a number.");
        }
    }

    private static PassageDate? ReadDate(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return PassageDate.TryParse(text, out var date)
            ? date
            : throw Bad(
                Reasons.DateMalformed, $"The field 'date' is no date there is, of the form {PassageDate.Forms}.");
    }

    private static ClassifierException Bad(string reason, string message) =>
        new(ErrorKind.InvalidArgument, reason, message);
}
