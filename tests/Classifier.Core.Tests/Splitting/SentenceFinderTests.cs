using Classifier.Core.Splitting;

namespace Classifier.Core.Tests.Splitting;

public sealed class SentenceFinderTests
{
    [Theory]
    [InlineData("Volgens dr. Jansen en mevr. De Wit is bijv. art. 5 lid 2 m.b.t. asiel a.u.b. te lezen.")]
    [InlineData("Dat meldt o.m. het Rode Kruis, zie blz. 12 e.v. van het rapport van 3 jan. 2026.")]
    [InlineData("De voorz. en de secr. van de K.L.M. en min. Blok kwamen z.s.m. terug, enz. enz.")]
    [InlineData("The U.S. Army sent Gen. Kurilla, Lt. Col. Smith and J. R. Miller to St. Louis, No. 4 on the list.")]
    [InlineData("It rose 3.5 percent vs. last year, i.e. more than at 3 a.m. in Washington D.C. was thought.")]
    [InlineData("Dr. Azad û Prof. Dr. Nazdar Xan, parêzer, hwd. li gorî m. 5 ya peymanê axivîn.")]
    [InlineData("Hejmar 12.500 kes e, wek. Kobanî û Efrîn.")]
    [InlineData("د. ئازاد و پ. شیرین لە پ.ی.د و ی.پ.گ بوون، ژمارەیان ٣.٥ هەزار بوو.")]
    [InlineData("1. De bakker is open.")]
    [InlineData("Wij wachten nu al drie dagen… maar niemand komt... en niemand belt.")]
    [InlineData("\"Where are they?\" she asked.")]
    [InlineData("Zie https://voorbeeld.nl/De.Krant voor meer. ")]
    public void A_point_inside_a_sentence_ends_nothing(string text) => Assert.Equal([text.Trim()], Find(text));

    [Theory]
    [InlineData("Het regent.|Wij gaan naar huis!|Waarom?|Daarom…|Goed.")]
    [InlineData("Het leger enz. is weg.|De stad is leeg.")]
    [InlineData("no capitals here.|just one line.|and another.")]
    [InlineData("Hij zei „Ik ga.”|Toen ging hij.")]
    [InlineData("Het leger ging weg.[1][23]|De stad bleef.")]
    [InlineData("Em naçin!|Kî dikare biçe?|Kes.")]
    [InlineData("هێزەکان گەیشتن.|شەڕ دەستی پێکرد۔|ئایا ئاشتی دەبێت؟|کەس نازانێت!")]
    [InlineData("دۆخەکە خراپە، شەڕە؛ خەڵک هەڵاتن.|دواتر هاتنەوە.")]
    public void Sentences_end_at_their_marks(string text)
    {
        var sentences = text.Split('|');
        Assert.Equal(sentences, Find(string.Join(' ', sentences)));
    }

    [Theory]
    [InlineData("خەڵک هەڵاتن.|دواتر هاتنەوە.")]
    [InlineData("ئایا هاتن؟|کەس نازانێت.")]
    [InlineData("Zij gingen weg.|Niemand zag het.")]
    public void A_forgotten_space_hides_no_end(string text)
    {
        var sentences = text.Split('|');
        Assert.Equal(sentences, Find(string.Concat(sentences)));
    }

    [Theory]
    [InlineData("👩‍👧‍👦")]
    [InlineData("e\u0301\u0323")]
    [InlineData("🇳🇱")]
    public void A_word_without_end_is_cut_between_characters(string character)
    {
        var pieces = Find(string.Concat(Enumerable.Repeat(character, 500)));
        Assert.All(pieces, p => Assert.Equal(0, p.Length % character.Length));
        Assert.Equal(500 * character.Length, pieces.Sum(p => p.Length));
    }

    [Fact]
    public void A_character_longer_than_a_passage_is_cut_all_the_same()
    {
        var pieces = Find("e" + new string('\u0301', 3000));
        Assert.All(pieces, p => Assert.InRange(p.Length, 1, PassageSplitter.MaxLength));
        Assert.Equal(3001, pieces.Sum(p => p.Length));
    }

    private static string[] Find(string text)
    {
        var spans = new List<Classifier.Core.Text.TextSpan>();
        SentenceFinder.Find(text, new(0, text.Length), PassageSplitter.MaxLength, spans);
        return [.. spans.Select(s => s.Of(text).ToString())];
    }
}
