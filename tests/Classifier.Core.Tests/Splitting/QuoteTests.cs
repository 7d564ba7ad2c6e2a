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
        Assert.Equal(["“", "”."], split.Marks);
    }

    [Theory]
    [InlineData('‘', '’')]
    [InlineData('\'', '\'')]
    [InlineData('‚', '’')]
    [InlineData('‹', '›')]
    [InlineData('”', '”')]
    public void Single_and_pointed_marks_quote_as_well(char open, char close)
    {
        var split = Split($"De burgemeester zei gisteren in het dorpshuis {open}{English}{close} en ging naar huis.");
        Assert.Equal([English], split.Quotes);
    }

    [Theory]
    [InlineData("Trump's besluit over Al-Sharaa's leger is 's nachts genomen, zo'n 5.000 foto's later.")]
    [InlineData("The Kurds' leader said they'd 'never again' trust the soldiers' promises, or the partners' either.")]
    [InlineData("Sinds de winter van '24 is 't stil in 't dorp, zegt m'n buurman.")]
    [InlineData("Navenda Ragihandinê ya HPG'ê got ku di 14'ê Gulanê de balafir derketine, lê PKK'yê bersiv nedaye.")]
    public void An_apostrophe_quotes_nothing(string text) => Assert.Equal([text], Split(text).Passages);

    [Fact]
    public void A_possessive_inside_single_marks_does_not_close_them()
    {
        const string Quote =
            "the soldiers' families are waiting for us and we can't leave our partners' children behind";
        var split = Split($"De burgemeester zei gisteren in het dorpshuis ‘{Quote}’ en ging toen snel naar huis.");
        Assert.Equal([Quote], split.Quotes);
    }

    [Fact]
    public void Two_foreign_quotations_around_few_words_are_told_by_those_words()
    {
        const string First = "we have waited for many years,";
        var split = Split($"\"{First}\" zegt de burgemeester. \"{English}.\"");
        Assert.Equal([First, English + "."], split.Quotes);
    }

    [Fact]
    public void A_quotation_over_several_paragraphs_is_one_voice()
    {
        const string Text =
            "De burgemeester schreef:\n“We will go back to our village soon.\n\n“The road is open again.\n\n"
            + "Our houses are waiting for us.” Dat was dinsdag.";
        var split = Split(Text);
        Assert.Equal(
            ["We will go back to our village soon.", "The road is open again.", "Our houses are waiting for us."],
            split.Quotes);
        Assert.Equal(["De burgemeester schreef:", "Dat was dinsdag."], split.Passages.Except(split.Quotes));
    }

    [Fact]
    public void A_mark_that_no_later_paragraph_closes_begins_no_quotation()
    {
        const string Text =
            "“We will go back to our village soon.\nDe burgemeester noemde dat “mooi” en ging.\nDat was dinsdag.”";
        Assert.Empty(Split(Text).Quotes);
    }

    [Theory]
    [InlineData(
        "Li ser pankartê “",
        "we will never leave this land to anyone else",
        "” nivîsandî bû û xelk li dora wê kom bû.")]
    [InlineData(
        "The woman held a banner that said «",
        "ئێمە هەرگیز ئەم خاکە بەجێ ناهێڵین",
        "» and everybody in the square clapped.")]
    [InlineData(
        "ئەو لە کۆبوونەوەکەدا وتی \"", "we will stay here as long as they need us", "\" و دواتر ڕۆیشت بۆ ماڵەوە.")]
    [InlineData(
        "De menigte riep gisteren op het plein „", "em ê heta dawiyê li ber xwe bidin", "” en liep daarna naar huis.")]
    public void Quotations_stand_apart_in_every_language(string before, string quote, string after) =>
        Assert.Equal([quote], Split(before + quote + after).Quotes);

    [Theory]
    [InlineData("De burgemeester noemde het “een groot feest” en ging toen snel naar huis.")]
    [InlineData("De burgemeester zei „wij gaan terug naar ons dorp zodra de weg open is” en ging toen naar huis.")]
    [InlineData("De burgemeester zei “we will go” en ging toen snel naar huis.")]
    [InlineData("Het “Northern Observatory for Village Schools” meldt dat er twaalf lokalen in het dorp zijn gebouwd.")]
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
