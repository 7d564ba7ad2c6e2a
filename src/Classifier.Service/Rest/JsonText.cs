using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Classifier.Service.Rest;

/// <summary>Strings and names as they stand in JSON, escapes and all.</summary>
internal static class JsonText
{
    /// <summary>Bytes of <c>\ud83d</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>Whether a string or name is Unicode: the reader itself looks at neither bytes nor surrogates.</summary>
    public static bool IsWellFormed(in Utf8JsonReader reader) =>
        Utf8.IsValid(reader.ValueSpan) && (!reader.ValueIsEscaped || HasWholePairs(reader.ValueSpan));

    /// <summary>Compares without the exception that the reader throws where escapes are no Unicode.</summary>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        IsWellFormed(reader) && reader.ValueTextEquals(text);

    /// <param name="text">With escapes that are whole, which the reader has seen to.</param>
    private static bool HasWholePairs(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\\') is var at and >= 0)
        {
            text = text[at..];
            var (first, second) = (Surrogate(text), Surrogate(text[Math.Min(EscapeLength, text.Length)..]));
            if (first is null)
            {
                text = text["\\n".Length..];
            }
            else if (second is { } low && char.IsSurrogatePair(first.Value, low))
            {
                text = text[(2 * EscapeLength)..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The surrogate that a text begins with as an escape; null where it begins with none.</summary>
    private static char? Surrogate(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("\\u"u8))
        {
            return null;
        }

        var unit = (char)ushort.Parse(
            text["\\u".Length..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return char.IsSurrogate(unit) ? unit : null;
    }
}
