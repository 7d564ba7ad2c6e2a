using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

/// <summary>In the texts, | stands right before the mark that is asked about.</summary>
public sealed class SentenceMarksTests
{
    [Theory]
    [InlineData("Het is stil|. De zon schijnt")]
    [InlineData("Het is stil|.")]
    [InlineData("Wat|? Niets")]
    [InlineData("Weg|!")]
    [InlineData("بۆچی|؟ نازانم")]
    [InlineData("ئەمە کۆتایییە|۔ ئەوە")]
    [InlineData("en toen|… niets")]
    [InlineData("hij zei „ja|.” Daarna")]
    [InlineData("(terzijde|.) Daarna")]
    [InlineData("kop|\nregel")]
    [InlineData("kop|\r\nregel")]
    [InlineData("kop|\u2028regel")]
    [InlineData("in 2024|. Daarna")]
    public void These_marks_end_a_sentence(string text) => Assert.True(Ends(text));

    [Theory]
    [InlineData("Dr|. Jansen")]
    [InlineData("gen|. Mazloum")]
    [InlineData("o.a|. Kobani")]
    [InlineData("t.o.v|. vorig jaar")]
    [InlineData("the U.S|. army")]
    [InlineData("George W|. Bush")]
    [InlineData("bijv|. dit")]
    [InlineData("10 a.m|. today")]
    [InlineData("3|.14")]
    [InlineData("voorbeeld|.nl")]
    [InlineData("De SDF|, de YPG")]
    [InlineData("want|: dit")]
    public void These_marks_end_no_sentence(string text) => Assert.False(Ends(text));

    [Fact]
    public void An_abbreviation_at_the_end_of_the_text_ends_the_sentence() => Assert.True(Ends("Jansen etc|."));

    private static bool Ends(string marked)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        var text = marked.Remove(at, 1);
        var word = text[..at].Reverse().TakeWhile(char.IsLetterOrDigit).Count();
        return SentenceMarks.EndsSentence(text, at, word);
    }
}
