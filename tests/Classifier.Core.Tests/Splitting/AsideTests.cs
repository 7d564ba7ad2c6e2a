using Classifier.Core.Text;

namespace Classifier.Core.Tests.Splitting;

public sealed class AsideTests(SharedBundle shared)
{
    [Fact]
    public void A_tweet_loses_its_link_and_its_attribution()
    {
        const string Tweet = "The school is open again #Rojava 🙏";
        var split = Split($"{Tweet} https://t.co/aBc123— Roza Demir (@roza_demir) January 20, 2026");
        Assert.Equal([Tweet], split.Passages);
        Assert.Equal(["https://t.co/aBc123", "— Roza Demir (@roza_demir) January 20, 2026"], split.Asides);
        Assert.Equal([AsideKind.Link, AsideKind.Attribution], split.Result.Asides.Select(a => a.Kind));
    }

    [Theory]
    [InlineData("— Roza Demir (@roza_demir) January 20, 2026")]
    [InlineData("– Roza 🇹🇷 Demir (@roza) 20 januari 2026")]
    [InlineData("—Roza (@roza) 20-01-2026")]
    [InlineData("- Roza (@roza)")]
    [InlineData("— ڕۆژا دەمیر (@roza) 20/1/26")]
    [InlineData("— (@roza)")]
    public void An_attribution_line_is_set_aside(string line)
    {
        var split = Split($"De school is weer open.\n{line}\nEn wij waren erbij.");
        Assert.Equal([line], split.Asides);
        Assert.Equal(["De school is weer open.", "En wij waren erbij."], split.Passages);
    }

    [Fact]
    public void Two_tweets_on_one_line_are_two_passages()
    {
        var split = Split(
            "De school is open. — Roza (@roza) May 1, 2025 En de bakker ook. — Jan (@jan_1) May 2, 2025");
        Assert.Equal(["De school is open.", "En de bakker ook."], split.Passages);
        Assert.Equal(2, split.Asides.Count());
    }

    [Theory]
    [InlineData("De pro-Koerdische journalist Roza (@roza) schreef dat de school open is.")]
    [InlineData("Oud-minister Demir (@demir) opende de school.")]
    [InlineData("De school — de enige van het dorp — is open (volgens @roza).")]
    public void A_handle_inside_a_sentence_stays_there(string text)
    {
        Assert.Equal([text], Split(text).Passages);
        Assert.Empty(Split(text).Asides);
    }

    [Fact]
    public void Links_at_the_ends_of_a_line_are_set_aside_and_those_inside_stay()
    {
        const string Inside = "Lees https://voorbeeld.nl/a over de school.";
        var split = Split($"https://voorbeeld.nl/1 https://voorbeeld.nl/2 {Inside} www.voorbeeld.nl/3");
        Assert.Equal([Inside], split.Passages);
        Assert.Equal(["https://voorbeeld.nl/1", "https://voorbeeld.nl/2", "www.voorbeeld.nl/3"], split.Asides);
    }

    [Fact]
    public void A_bare_link_is_no_passage()
    {
        var split = Split("De school is open.\r\nhttps://voorbeeld.nl/nieuws?id=1\r\n");
        Assert.Equal(["De school is open."], split.Passages);
        Assert.Equal(["https://voorbeeld.nl/nieuws?id=1"], split.Asides);
    }

    [Fact]
    public void Asides_come_in_order_between_their_passages()
    {
        var split = Split("https://a.nl eerste https://b.nl\ntweede — X (@x) May 1, 2025 derde https://c.nl").Result;
        Assert.Equal(split.Asides.OrderBy(a => a.Span.Start), split.Asides);
        Assert.Equal(4, split.Asides.Count);
    }

    private SplitText Split(string text) => new(shared, text);
}
