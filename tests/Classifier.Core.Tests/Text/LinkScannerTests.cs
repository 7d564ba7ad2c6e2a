using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class LinkScannerTests
{
    [Theory]
    [InlineData("https://voorbeeld.nl/a-b?c=1#d en verder", "https://voorbeeld.nl/a-b?c=1#d")]
    [InlineData("HTTP://VOORBEELD.NL", "HTTP://VOORBEELD.NL")]
    [InlineData("www.voorbeeld.nl, zei hij", "www.voorbeeld.nl")]
    [InlineData("https://t.co/AbC123— Naam", "https://t.co/AbC123")]
    [InlineData("pic.twitter.com/xyz\"", "pic.twitter.com/xyz")]
    [InlineData("t.co/AbC123, zei hij", "t.co/AbC123")]
    [InlineData("https://voorbeeld.nl/pad).", "https://voorbeeld.nl/pad")]
    [InlineData("https://voorbeeld.nl...", "https://voorbeeld.nl")]
    [InlineData("https://voorbeeld.nl/نان\n", "https://voorbeeld.nl/نان")]
    public void A_link_reaches_to_its_last_character(string text, string link) =>
        Assert.Equal(link.Length, LinkScanner.Length(text, 0));

    [Theory]
    [InlineData("het nieuws")]
    [InlineData("t.c")]
    [InlineData("http:/x")]
    [InlineData("w")]
    public void Other_words_are_no_links(string text) => Assert.Equal(0, LinkScanner.Length(text, 0));

    [Fact]
    public void A_link_starts_at_no_letter_inside_a_word() => Assert.Equal(0, LinkScanner.Length("ahttps://x.nl", 1));

    [Theory]
    [InlineData("@naam_1, zei", 7)]
    [InlineData("@", 1)]
    [InlineData("@کوردستان!", 9)]
    public void A_handle_ends_after_letters_digits_and_underscores(string text, int end) =>
        Assert.Equal(end, LinkScanner.HandleEnd(text, 0));
}
