namespace Classifier.Core.Tests.Splitting;

public sealed class LineJoinerTests(SharedBundle shared)
{
    private const string Dutch =
        "De soldaten liepen maandag langzaam terug uit het dorp bij de rivier, waar nog honderden vrouwen en kinderen "
        + "van de boeren op brood wachten. Volgens de burgemeester is de weg sinds gisteren weer open. De bakker zegt "
        + "dat niet.";

    private const string English =
        "The soldiers walked slowly back on Monday from the village by the river, where hundreds of women and children "
        + "of the farmers still wait for bread. The mayor says that the road is open again. The baker does not say so.";

    private const string Kurmanji =
        "Leşker roja duşemê hêdî hêdî ji gundê li ber çem vegeriyan, li wir hîn bi sedan jin û zarokên cotkaran li "
        + "benda nan in. Şaredar dibêje ku rê ji duh ve dîsa vebûye. Nanpêj vê yekê nabêje û dikana xwe girtiye.";

    private const string Sorani =
        "سەربازەکان ڕۆژی دووشەممە بە هێواشی لە گوندەکەی لای ڕووبارەکە گەڕانەوە، کە هێشتا سەدان ژن و منداڵی جووتیارەکان "
        + "چاوەڕێی نانن. سەرۆکی شارەوانی دەڵێت ڕێگاکە لە دوێنێوە کراوەتەوە. نانەواکە وا ناڵێت و دوکانەکەی داخستووە.";

    [Theory]
    [InlineData(Dutch)]
    [InlineData(English)]
    [InlineData(Kurmanji)]
    [InlineData(Sorani)]
    public void A_paragraph_broken_at_72_columns_is_one_paragraph(string text)
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            var wrapped = Wrap(text, end);
            Assert.Equal([wrapped], Split(wrapped).Passages);
            Assert.Equal([wrapped, wrapped], Split(wrapped + end + end + wrapped + end).Passages);
        }
    }

    [Theory]
    [InlineData(36)]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(120)]
    public void So_is_one_of_a_narrow_column_or_a_wide_window(int width)
    {
        foreach (var text in new[] { Dutch, English })
        {
            var wrapped = Wrap(text, "\n", width);
            Assert.Equal([wrapped], Split(wrapped).Passages);
        }
    }

    [Theory]
    [InlineData(Dutch)]
    [InlineData(Sorani)]
    public void Wrapping_changes_no_tag(string text)
    {
        var wrapped = shared.Classifier.TagDocument(Wrap(text, "\n"), default, TestContext.Current.CancellationToken);
        var plain = shared.Classifier.TagDocument(text, default, TestContext.Current.CancellationToken);
        Assert.Equal(
            plain.Passages.Select(p => p.Tags.Language.Score), wrapped.Passages.Select(p => p.Tags.Language.Score));
        Assert.Equal(plain.Passages.Select(p => p.Passage), wrapped.Passages.Select(p => p.Passage));
    }

    [Fact]
    public void A_mail_program_wraps_and_quotes()
    {
        var wrapped = "> " + Wrap(English, "\n> ");
        var split = Split(wrapped + "\n\nDat klopt helaas niet helemaal.");
        Assert.Equal([wrapped[2..], "Dat klopt helaas niet helemaal."], split.Passages);
        Assert.Equal([">"], split.Marks);
    }

    [Theory]
    [InlineData("Leger trekt dinsdag door de straten van de hoofdstad\nBurgemeester opent op zondag een nieuwe school\nBakker verhuist")]
    [InlineData("De belangrijkste eisen van de boeren bij de poort van het dorp:\n- brood voor alle kinderen van het dorp\n- water\n- een dokter")]
    [InlineData("1. De soldaten gaan uit het dorp en komen niet meer terug.\n2. De weg gaat open.\n3) De bakker blijft.\na) ook op zondag")]
    [InlineData("• Brood voor alle kinderen\n• Water voor alle dieren\n* een dokter voor ons dorp")]
    public void Headlines_and_items_stay_apart(string text) => Assert.Equal(text.Split('\n'), Split(text).Passages);

    [Fact]
    public void A_line_of_hashtags_or_emoji_goes_with_the_line_above()
    {
        const string Post = "De school is weer open vandaag\n#Rojava #Kobane\n🙏🙏";
        Assert.Equal([Post, "Tweede bericht van de dag"], Split(Post + "\nTweede bericht van de dag").Passages);
    }

    [Fact]
    public void Emoji_and_lines_of_stars_alone_are_marks()
    {
        var split = Split("🙏🇹🇷\n\n***\n\nDe school is open.\n---\n");
        Assert.Equal(["De school is open."], split.Passages);
        Assert.Equal(["🙏🇹🇷", "***", "---"], split.Marks);
    }

    private static string Wrap(string text, string end, int width = 72)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join(end, lines);
    }

    private SplitText Split(string text) => new(shared, text);
}
