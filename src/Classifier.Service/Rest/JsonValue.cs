using System.Text;
using System.Text.Json;
using Classifier.Core;
using Classifier.Service.Tagging;
using Classifier.V1;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>What the value of a field may be in JSON, beside <c>null</c>, which leaves the field out.</summary>
/// <param name="Expected">In words.</param>
/// <param name="Fits">Whether the value that a reader is at is such a one, as far as its beginning tells.</param>
internal sealed record JsonValue(string Expected, JsonValue.Test Fits)
{
    public static readonly JsonValue List = new("a list", (in r) => r.TokenType == JsonTokenType.StartArray);

    public static readonly JsonValue Object = new("an object", (in r) => r.TokenType == JsonTokenType.StartObject);

    private static readonly JsonValue String = new("a string", (in r) => r.TokenType == JsonTokenType.String);

    private static readonly JsonValue Boolean = new(
        "true or false", (in r) => r.TokenType is JsonTokenType.True or JsonTokenType.False);

    /// <summary>What is allowed of numbers, where that is settled.</summary>
    private static readonly Dictionary<string, string> Ranges = new()
    {
        [$"{DetectLanguageRequest.Descriptor.FullName}.top_k"] = RequestReader.TopKRange,
    };

    public delegate bool Test(in Utf8JsonReader reader);

    /// <summary>What is told of a value that does not fit.</summary>
    public string Reason { get; private init; } = Reasons.MessageMalformed;

    /// <summary>What a string is called that does not fit.</summary>
    private string Unfit { get; init; } = "a string";

    public static JsonValue Of(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => String,
        FieldType.Bool => Boolean,
        FieldType.Int32 when Ranges.TryGetValue(field.FullName, out var range) =>
            new($"a whole number, {range}", IsInteger),
        FieldType.Int32 => new("a whole number", IsInteger),
        FieldType.Enum => NameOf(field),
        FieldType.Message => Object,
        _ => throw new NotSupportedException($"{field.FullName} is a {field.FieldType}, which no request had so far."),
    };

    /// <summary>What is wrong with the value that a reader is at; says what it is, never what it holds.</summary>
    public string Complaint(in Utf8JsonReader reader) => $"is {Kind(reader.TokenType)}; must be {Expected}";

    private static bool IsInteger(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out _);

    /// <summary>Numbers of names that there are not are left to whoever knows what the names are for.</summary>
    private static JsonValue NameOf(FieldDescriptor field)
    {
        var known = field.EnumType.Values.Select(v => v.Name).ToList();
        var names = known.ConvertAll(Encoding.UTF8.GetBytes);
        return new($"one of {string.Join(", ", known)}", IsKnown)
        {
            Reason = $"{field.Name.ToUpperInvariant()}_UNKNOWN",
            Unfit = "an unknown name",
        };

        bool IsKnown(in Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return IsInteger(reader);
            }

            foreach (var name in names)
            {
                if (JsonText.Is(reader, name))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Unfit,
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
