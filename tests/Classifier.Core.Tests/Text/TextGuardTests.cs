using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class TextGuardTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u00A0")]
    [InlineData("\u200B")]
    [InlineData("\uFEFF\u0000\u202E")]
    [InlineData("\u200C\u200D\u2060\u00AD")]
    public void Text_without_a_visible_character_is_refused(string? text) =>
        Assert.Equal("TEXT_EMPTY", Refusal(text, 10).Reason);

    [Fact]
    public void Too_long_text_is_refused_with_actual_and_allowed_length()
    {
        var refusal = Refusal("geheim verhaal", 13);
        Assert.Equal("TEXT_TOO_LONG", refusal.Reason);
        var violation = Assert.Single(refusal.Violations);
        Assert.Equal("passages[3].text", violation.Field);
        Assert.Contains("14", violation.Description, StringComparison.Ordinal);
        Assert.Contains("13", violation.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_is_refused_with_its_place()
    {
        (string, int)[] broken = [("a\uD83D", 1), ("\uDE4Fa", 0), ("🙏\uD83D\uD83D\uDE4F", 2), ("ab\uDE4F\uD83D", 2)];
        foreach (var (text, at) in broken)
        {
            var refusal = Refusal(text, 100);
            Assert.Equal("TEXT_BROKEN", refusal.Reason);
            Assert.Contains($"offset {at};", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(at, TextGuard.IndexOfLoneSurrogate(text));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("🙏")]
    [InlineData("شەڕ 🇹🇷 é")]
    public void Good_text_passes(string text)
    {
        TextGuard.Check(text, text.Length, "text");
        Assert.Equal(-1, TextGuard.IndexOfLoneSurrogate(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("🙏!")]
    public void Text_without_a_word_can_be_asked_for_its_language(string text) => TextGuard.CheckForm(text, 3, "text");

    [Fact]
    public void Text_too_long_or_broken_cannot_be_asked_for_its_language()
    {
        (string, string)[] refused =
            [("    ", "TEXT_TOO_LONG"), ("geheim", "TEXT_TOO_LONG"), ("a\uD83D", "TEXT_BROKEN")];
        foreach (var (text, reason) in refused)
        {
            var error = Assert.Throws<ClassifierException>(() => TextGuard.CheckForm(text, 3, "text"));
            Assert.Equal(reason, error.Reason);
        }
    }

    private static ClassifierException Refusal(string? text, int maxLength)
    {
        var refusal = Assert.Throws<ClassifierException>(() => TextGuard.Check(text, maxLength, "passages[3].text"));
        Assert.Equal(ErrorKind.InvalidArgument, refusal.Kind);
        Assert.Equal("INVALID_ARGUMENT", refusal.CodeName);
        return refusal;
    }
}
