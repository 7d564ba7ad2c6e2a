using Classifier.Training.LanguageText;

namespace Classifier.Training.Tests.LanguageText;

public sealed class KurdishScriptsTests
{
    [Theory]
    [InlineData("ez diçim malê", "ئەز دچم مالێ")]
    [InlineData("Li ser çiyê?", "ل سەر چیێ؟")]
    [InlineData("dûr û kûr", "دوور ئوو کوور")]
    public void Kurmanji_in_Arabic_letters(string latin, string arabic) =>
        Assert.Equal(arabic, KurdishScripts.ToArabic(latin));

    [Theory]
    [InlineData("من لە هەولێرم", "mn le hewlêrm")]
    [InlineData("دوور و گوڵ", "dûr u guł")]
    [InlineData("یەکێک کوردی", "yekêk kurdî")]
    public void Sorani_in_Latin_letters(string arabic, string latin) =>
        Assert.Equal(latin, KurdishScripts.ToLatin(arabic));
}
