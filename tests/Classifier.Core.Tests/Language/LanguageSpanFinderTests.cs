using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;
using CsCheck;

namespace Classifier.Core.Tests.Language;

public sealed class LanguageSpanFinderTests(SharedBundle shared)
{
    private const string Dutch = "De leraar vertelde lang over zijn jeugd in het dorp";
    private const string English = "the children of the village are going back to school this week";
    private const string Kurmanji = "em ê sibê bi hev re herin bajêr û li wir nan bixwin";
    private const string Sorani = "لە پشووی هەفتەدا لەگەڵ هاوڕێکانم دەچینە شاخ و چای لەسەر ئاگر لێ دەنێین";
    private const string Russian = "вчера вечером в центре города произошёл взрыв";

    [Theory]
    [InlineData(Dutch, "nl", English, "en")]
    [InlineData(Dutch, "nl", Kurmanji, "kmr")]
    [InlineData(English, "en", Kurmanji, "kmr")]
    [InlineData(Dutch, "nl", Sorani, "ckb")]
    [InlineData(Sorani, "ckb", English, "en")]
    [InlineData(Dutch, "nl", Russian, "und")]
    public void A_change_of_language_is_found_within_two_words(string a, string tagA, string b, string tagB)
    {
        var text = a + ". " + b + ".";
        var spans = shared.Classifier.DetectSpans(text);
        Assert.Equal([tagA, tagB], spans.Select(s => s.Tag));
        Assert.InRange(spans[1].Span.Start, a.Length + 2 - 12, a.Length + 2 + 12);
    }

    [Fact]
    public void A_change_of_script_is_found_to_the_letter()
    {
        var text = $"{Dutch}. {Sorani}.";
        var spans = shared.Classifier.DetectSpans(text);
        Assert.Equal([Dutch, Sorani], spans.Select(s => s.Span.Of(text).ToString()));
    }

    [Fact]
    public void A_quotation_in_the_middle_has_a_span_of_its_own()
    {
        var text = $"{Dutch}, “{English}”, en daarna gingen wij allemaal weer naar huis.";
        var spans = shared.Classifier.DetectSpans(text);
        Assert.Equal(["nl", "en", "nl"], spans.Select(s => s.Tag));
    }

    [Fact]
    public void Links_hashtags_and_numbers_stay_with_their_surroundings()
    {
        var text = $"12 @naam {Dutch} #Rojava 2024 12 31 14 45 https://example.org/the 99";
        var spans = shared.Classifier.DetectSpans(text);
        Assert.Equal([Languages.Dutch], spans.Select(s => s.Tag));
    }

    [Theory]
    [InlineData(
        "nl", "Volgens Mazloum Abdi en Ilham Ahmed is het kamp bij Deir ez-Zor leeg #Rojava #TwitterKurds en rustig.")]
    [InlineData(
        "en",
        "Mazloum Abdi met Ahmed al-Sharaa in Damascus, and the Autonomous Administration welcomed the talks #Rojava.")]
    [InlineData(
        "kmr", "Mazlum Abdi û Brett McGurk li Hesekê bi hev re civiyan û li ser rewşa kampê axivîn #SaveRojava.")]
    [InlineData("ckb", "مەزڵووم عەبدی لەگەڵ ئەحمەد شەرع لە دیمەشق کۆبووەوە و باسی کەمپەکەیان کرد #Rojava #SDF.")]
    public void Names_and_hashtags_stay_with_their_surroundings(string tag, string text) =>
        Assert.Equal([tag], shared.Classifier.DetectSpans(text).Select(s => s.Tag));

    [Fact]
    public void A_quotation_is_found_to_the_word()
    {
        var text = $"De leraar zei gisteren „{English}” en ging daarna met de kinderen naar huis.";
        Assert.Equal(English, shared.Classifier.DetectSpans(text)[1].Span.Of(text));
    }

    [Theory]
    [InlineData(
        "Volgens de burgemeester ",
        "nl",
        "we should not have closed the school",
        "en",
        " en daarmee was het gesprek voorbij")]
    [InlineData(
        "The old man told me ",
        "en",
        "ez naxwazim ji gundê xwe derkevim",
        "kmr",
        " and then he went back inside his house")]
    public void A_foreign_run_without_quotation_marks_is_found_within_a_word(
        string before, string tag, string foreign, string foreignTag, string behind)
    {
        var spans = shared.Classifier.DetectSpans(before + foreign + behind);
        Assert.Equal([tag, foreignTag, tag], spans.Select(s => s.Tag));
        Assert.InRange(spans[1].Span.Start, before.Length - 8, before.Length + 8);
        Assert.InRange(spans[1].Span.End, before.Length + foreign.Length - 8, before.Length + foreign.Length + 8);
    }

    [Fact]
    public void A_foreign_run_between_marks_is_found_to_the_word()
    {
        const string Run = "they should never have closed the school";
        var text = $"De burgemeester antwoordde hem: {Run}, en daarmee was het gesprek voorbij.";
        Assert.Equal(Run, shared.Classifier.DetectSpans(text)[1].Span.Of(text));
    }

    [Fact]
    public void Hashtags_alone_are_read_as_words() =>
        Assert.Equal(
            ["en"], shared.Classifier.DetectSpans("#WeWillNeverForgetTheChildrenOfTheVillage").Select(s => s.Tag));

    [Theory]
    [InlineData("2024 12 31")]
    [InlineData("https://example.org/the/children")]
    [InlineData("x 12")]
    [InlineData(Russian)]
    public void Text_that_tells_nothing_is_one_undetermined_span(string text)
    {
        var span = Assert.Single(shared.Classifier.DetectSpans(text));
        Assert.Equal(new(new(0, text.Length), Languages.Undetermined), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("🙏 …")]
    public void Text_without_tokens_has_no_spans(string text) => Assert.Empty(shared.Classifier.DetectSpans(text));

    [Fact]
    public void Spans_are_ordered_apart_and_inside_the_text() => TextGen.Any.Sample(
        text =>
        {
            var end = 0;
            foreach (var (span, tag) in shared.Classifier.DetectSpans(text))
            {
                Assert.InRange(span.Start, end, text.Length - 1);
                Assert.InRange(span.End, span.Start + 1, text.Length);
                Assert.True(Languages.IsKnown(tag));
                end = span.End;
            }
        },
        iter: 200);
}
