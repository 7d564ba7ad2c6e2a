using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class TextCuesTests
{
    [Theory]
    [InlineData("Weg!", TextCues.Exclamation)]
    [InlineData("Waarom?", TextCues.Question)]
    [InlineData("بۆچی؟", TextCues.Question)]
    [InlineData("en toen…", TextCues.Ellipsis)]
    [InlineData("(terzijde)", TextCues.Parenthesis)]
    [InlineData("hij zei „ja”", TextCues.QuoteMark)]
    [InlineData("„Ja”, zei hij", TextCues.QuoteMark | TextCues.OpensWithQuote)]
    [InlineData("  \n“Ja”, zei hij", TextCues.QuoteMark | TextCues.OpensWithQuote)]
    [InlineData("mooi 🙏", TextCues.Emoji)]
    [InlineData("www.voorbeeld.nl", TextCues.Link)]
    [InlineData("dank @iemand", TextCues.Mention)]
    [InlineData("ALLES IN HOOFDLETTERS", TextCues.AllCaps)]
    [InlineData("SDF EN IS", TextCues.None)]
    [InlineData("çima", TextCues.HawarDiacritics)]
    [InlineData("sade", TextCues.None)]
    [InlineData("", TextCues.None)]
    public void A_text_shows_its_cues(string text, TextCues cues) => Assert.Equal(cues, Normalized.Of(text).Cues);

    [Fact]
    public void Decomposed_diacritics_are_a_cue_too() =>
        Assert.Equal(TextCues.HawarDiacritics, Normalized.Of("c\u0327ima").Cues);

    [Fact]
    public void Sentences_are_numbered_and_breaks_marked()
    {
        var tokens = Normalized.Tokens("\nEen zin. Nog een!\r\nDr. Jan");
        Assert.Equal([0, 0, 1, 1, 2, 2], tokens.Select(t => t.Sentence));
        Assert.Equal([false, false, true, false, true, false], tokens.Select(t => t.BreakBefore));
    }

    [Fact]
    public void Letters_are_counted_by_script_without_links_and_names()
    {
        var scripts = Normalized.Of("De داعش ж https://voorbeeld.nl @naam 12").Scripts;
        Assert.Equal(new ScriptCounts(2, 4, 1), scripts);
    }
}
