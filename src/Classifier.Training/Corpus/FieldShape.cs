using System.Text.Json;

namespace Classifier.Training.Corpus;

/// <summary>What a field of a row may hold, in words and as a test.</summary>
internal sealed record FieldShape(string Name, Func<JsonElement, bool> Fits)
{
    public static FieldShape Text { get; } = new("a text", IsText);

    public static FieldShape TextOrNull { get; } =
        new("a text or null", value => value.ValueKind == JsonValueKind.Null || IsText(value));

    public static FieldShape Flag { get; } =
        new("true or false", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);

    public static FieldShape Texts { get; } = ListOf("texts", IsText);

    public static FieldShape TextByName { get; } = ObjectOf("texts", IsText);

    public static FieldShape TextsByName { get; } = ObjectOf("lists of texts", value => Texts.Fits(value));

    /// <summary>A value's kind in words. Messages hold no passage text, so they do not show the value.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => $"the number {value.GetRawText()}",
        JsonValueKind.String => IsText(value) ? "a text" : "a text with half a letter (a lone surrogate)",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "an empty list" : $"a list with {KindOf(value[0])}",
        _ => "an object",
    };

    private static FieldShape ListOf(string items, Func<JsonElement, bool> fits) => new(
        $"a list of {items}",
        value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(fits));

    private static FieldShape ObjectOf(string items, Func<JsonElement, bool> fits) => new(
        $"an object of {items}",
        value => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => fits(p.Value)));

    private static bool IsText(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // The runtime's word for half of a surrogate pair.
            return false;
        }
    }
}
