namespace Classifier.Core.Tests.Splitting;

public sealed class QuoteTests(SharedBundle shared)
{
    private const string English = "we will go back to our village as soon as the road is open again";

    [Theory]
    [InlineData('“', '”')]
    [InlineData('„', '”')]
    [InlineData('„', '“')]
    [InlineData('"', '"')]
    [InlineData('«', '»')]
    [InlineData('»', '«')]
    [InlineData('“', '"')]
    public void A_long_english_quotation_in_a_dutch_sentence_is_its_own_passage(char open, char close)
    {
        const string Before = "De burgemeester zei gisteren in het dorpshuis:";
        const string After = "en ging toen snel naar huis.";
        var split = Split($"{Before} {open}{English}{close} {After}");
        Assert.Equal([Before, English, After], split.Passages);
        Assert.Equal([English], split.Quotes);
    }

    [Fact]
    public void A_sorani_quotation_in_a_dutch_sentence_is_its_own_passage()
    {
        const string Sorani = "ئێمە سبەینێ زوو دەگەڕێینەوە بۆ گوندەکەمان";
        var split = Split(
            $"De burgemeester van het dorp zei gisteren in het volle dorpshuis: \"{Sorani}\" en iedereen klapte.");
        Assert.Equal([Sorani], split.Quotes);
    }

    [Fact]
    public void The_full_stop_after_a_quotation_makes_no_passage()
    {
        var split = Split($"De burgemeester zei gisteren in het dorpshuis: “{English}”.");
        Assert.Equal(2, split.Passages.Count());
        Assert.Equal(".", split.Lost());
    }

    [Theory]
    [InlineData("De burgemeester noemde het “een groot feest” en ging toen snel naar huis.")]
    [InlineData("De burgemeester zei „wij gaan terug naar ons dorp zodra de weg open is” en ging toen naar huis.")]
    [InlineData("De burgemeester zei “we will go” en ging toen snel naar huis.")]
    [InlineData("Een scherm van 27\" en een van 32\" staan in het dorpshuis van de gemeente te koop.")]
    public void Short_quotations_and_those_in_the_same_language_stay_where_they_are(string text)
    {
        var split = Split(text);
        Assert.Equal([text], split.Passages);
        Assert.Empty(split.Quotes);
    }

    [Fact]
    public void A_long_quotation_after_a_colon_is_its_own_passage_in_any_language()
    {
        const string Quote = "Wij gaan terug naar ons dorp zodra de weg weer open is, want daar staan onze huizen, "
            + "daar liggen onze akkers en daar wachten onze bomen op ons.";
        var split = Split($"De burgemeester zei gisteren: „{Quote}”");
        Assert.Equal([Quote], split.Quotes);
    }

    [Fact]
    public void A_line_that_is_a_quotation_loses_its_marks()
    {
        var split = Split($"“{English}.”\nDe rest is stil.");
        Assert.Equal([English + "."], split.Quotes);
    }

    [Fact]
    public void An_unclosed_quotation_is_ordinary_text()
    {
        const string Text = "De burgemeester zei: “we will go back to our village soon";
        Assert.Equal([Text], Split(Text).Passages);
    }

    [Fact]
    public void A_quotation_inside_a_quotation_stays_with_the_outer_one()
    {
        var inner = $"my mother said «never leave» and {English}";
        var split = Split($"De burgemeester zei gisteren in het dorpshuis: “{inner}” en ging toen snel naar huis.");
        Assert.Equal([inner], split.Quotes);
    }

    [Fact]
    public void Thousands_of_marks_without_a_partner_or_with_one_are_survived()
    {
        Assert.Equal("", Split(string.Concat(Enumerable.Repeat("“a „b «c ", 10_000))).Lost());
        var quotes = string.Concat(Enumerable.Repeat("hij zei \"we will go back to our village\" ", 1_500));
        Assert.Equal("", Split(quotes).Lost());
    }

    private SplitText Split(string text) => new(shared, text);
}
