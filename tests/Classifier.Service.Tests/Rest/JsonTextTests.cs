using System.Text;
using System.Text.Json;
using Classifier.Service.Rest;

namespace Classifier.Service.Tests.Rest;

public sealed class JsonTextTests
{
    /// <summary>U+00FF and the like stand for single bytes.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("abc \\n\\\"\\\\", true)]
    [InlineData("\\\\ud83d", true)]
    [InlineData("\\u00e9\\ud83d\\udd25\\uD83D\\uDD25a", true)]
    [InlineData("\u00C3\u00A9\\t\u00F0\u009F\u0094\u00A5", true)]
    [InlineData("\\ud83d", false)]
    [InlineData("\\ud83d\\n", false)]
    [InlineData("\\ud83d\\u0041", false)]
    [InlineData("\\ud83da\\udd25", false)]
    [InlineData("\\ud83d\\ud83d\\udd25", false)]
    [InlineData("\\udd25\\ud83d", false)]
    [InlineData("\\ud83d\\udd25\\udd25", false)]
    [InlineData("a\u00FFb", false)]
    [InlineData("\u00ED\u00A0\u00BD\u00ED\u00B4\u00A5", false)]
    [InlineData("\\n\u00C3", false)]
    public void Strings_are_unicode_or_not(string text, bool wellFormed)
    {
        var reader = new Utf8JsonReader(Encoding.Latin1.GetBytes($"\"{text}\""));
        Assert.True(reader.Read());
        Assert.Equal(wellFormed, JsonText.IsWellFormed(reader));
        Assert.Equal(wellFormed, IsTakenByTheReader(reader));
        Assert.False(JsonText.Is(reader, "another"u8));
    }

    [Fact]
    public void Escapes_are_compared_as_what_they_mean()
    {
        var reader = new Utf8JsonReader("\"\\u0069d\""u8);
        Assert.True(reader.Read());
        Assert.True(JsonText.Is(reader, "id"u8));
    }

    private static bool IsTakenByTheReader(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
