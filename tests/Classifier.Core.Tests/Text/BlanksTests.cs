using System.Globalization;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class BlanksTests
{
    /// <summary>Marks around Arabic numbers and verses are of the same category as joiners, and seen.</summary>
    [Theory]
    [InlineData('a', false)]
    [InlineData('.', false)]
    [InlineData('\u0600', false)]
    [InlineData('\u06DD', false)]
    [InlineData('\u0640', false)]
    [InlineData(' ', true)]
    [InlineData('\u00A0', true)]
    [InlineData('\u0007', true)]
    [InlineData('\u200C', true)]
    [InlineData('\u061C', true)]
    [InlineData('\u2069', true)]
    public void What_shows_nothing_is_blank(char c, bool blank) => Assert.Equal(blank, Blanks.Is(c));

    [Fact]
    public void No_letter_and_no_number_is_blank() => Assert.DoesNotContain(
        Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i),
        c => Blanks.Is(c) && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark));

    [Fact]
    public void Texts_are_blank_where_all_of_them_is()
    {
        Assert.True(Blanks.Are(""));
        Assert.True(Blanks.Are(" \u200D\r\n"));
        Assert.False(Blanks.Are(" \u200Dx"));
    }
}
