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
    [InlineData("— Roza (Demir) (@roza) Jan 20, 2026")]
    [InlineData("— Roza (@roza) 20 jan. 2026 om 14:03")]
    [InlineData("— Roza (@roza) · 20 jan. 2026")]
    [InlineData("— Roza (@roza) 2:03 PM · Jan 20, 2026")]
    [InlineData("— Roza (@roza) 20. Januar 2026")]
    [InlineData("— Roza (@roza@mastodon.social) 2026-01-20")]
    [InlineData("– Roza (@roza) 20 Çile 2026")]
    [InlineData("– Roza (@roza) 20'ê Kanûna Paşîn 2026")]
    [InlineData("— ڕۆژا (@roza) ٢٠ی کانوونی دووەم ٢٠٢٦")]
    [InlineData("— ڕۆژا (@roza) ٢٠ کانوونی دووەم، ٢٠٢٦")]
    [InlineData("— روزا (@roza) ٢٠ يناير، ٢٠٢٦")]
    [InlineData("— Roza (@roza) dinsdag 20 januari 2026")]
    [InlineData("— Roza (@roza) Tuesday, January 20, 2026")]
    [InlineData("— Roza (@roza) op 20 januari 2026")]
    [InlineData("— Roza (@roza) 2026-01-20T12:00:00Z")]
    [InlineData("— Roza (@roza) 2026-01-20T12:00:00.000+01:00")]
    [InlineData("― Roza (@roza) January 20, 2026")]
    [InlineData("&mdash; Roza (@roza) January 20, 2026")]
    [InlineData("— Roza van der Demir (@roza)")]
    [InlineData("— the school of our village (@school) 20 januari 2026")]
    [InlineData("Roza Demir (@roza) · 20 jan. 2026")]
    [InlineData("(via @roza)")]
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
    [InlineData("De school — volgens Roza Demir (@roza) de enige van het dorp — is open.")]
    [InlineData("In woord- en beeld (@roza) was de school te zien.")]
    [InlineData("School weer open na jaren – beelden laten vrolijke kinderen zien (@dorpsnieuws)")]
    [InlineData("School weer open - dak hersteld, banken geschilderd (@dorp)")]
    [InlineData("Foto: kinderen voor de school - “wij blijven hier” (@Dorpsnieuws)")]
    [InlineData("قوتابخانە کرایەوە – ڤیدیۆکە منداڵە دڵخۆشەکان نیشان دەدات (@gund)")]
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
    public void A_hyphen_against_a_link_signs_a_post_when_a_day_follows()
    {
        var split = Split("The school is open again. pic.twitter.com/abc123- Roza (@roza) January 20, 2026");
        Assert.Equal(["The school is open again."], split.Passages);
        Assert.Equal(["pic.twitter.com/abc123", "- Roza (@roza) January 20, 2026"], split.Asides);
    }

    [Fact]
    public void Name_handle_and_day_above_a_copied_post_are_set_aside()
    {
        var split = Split("De school is open.\n\nRoza Demir\n@roza\n·\n20 jan\nThe bakery is open too.");
        Assert.Equal(["De school is open.", "The bakery is open too."], split.Passages);
        Assert.Equal(["Roza Demir", "@roza", "·", "20 jan"], split.Asides);
    }

    [Theory]
    [InlineData("Roza Demir", "@roza · 20 jan. 2026")]
    [InlineData("Roza Demir", "@roza", "·", "٢٠ی کانوونی دووەم")]
    public void So_is_a_header_that_has_its_day_beside_the_handle_or_in_Sorani(params string[] header)
    {
        var split = Split($"{string.Join('\n', header)}\nDe school is weer open.");
        Assert.Equal(["De school is weer open."], split.Passages);
        Assert.Equal(header, split.Asides);
    }

    [Theory]
    [InlineData("3:45 PM · Jan 20, 2026", "·", "12.5K", "Views")]
    [InlineData("14:32 · 20 jan. 2026", "·", "1.234", "weergaven")]
    [InlineData("3:45 PM · Jan 20, 2026 · 12.5K Views")]
    [InlineData("Last edited 3:45 PM · Jan 20, 2026")]
    public void A_post_on_a_page_of_its_own_has_a_header_without_a_day_and_a_footer(params string[] footer)
    {
        var split = Split($"Roza Demir\n@roza\nThe school is open again.\n{string.Join('\n', footer)}");
        Assert.Equal(["The school is open again."], split.Passages);
        Assert.Equal(["Roza Demir", "@roza", .. footer], split.Asides);
    }

    [Fact]
    public void Numbers_below_a_post_with_a_header_say_how_often_it_was_seen()
    {
        const string Header = "Roza\n@roza\n·\n2h\n";
        var split = Split($"{Header}The school is open.\n12\n1.2K\n{Header}It has 3 rooms:\n12\nand a yard.\n9");
        Assert.Equal(["The school is open.", "It has 3 rooms:", "12", "and a yard."], split.Passages);
        Assert.Equal(11, split.Asides.Count());
    }

    [Fact]
    public void Numbers_of_the_next_paragraph_are_text()
    {
        var split = Split("Roza\n@roza\n·\n2h\nThe school is open.\n12\n\n3\nis the number of rooms.");
        Assert.Equal(["The school is open.", "3", "is the number of rooms."], split.Passages);
    }

    [Fact]
    public void Thanks_that_end_in_a_mention_with_a_number_are_text()
    {
        const string Thanks = "hartelijk dank voor deze mooie school aan";
        Assert.Equal([Thanks, "@dorp 12 kinderen"], Split($"{Thanks}\n@dorp 12 kinderen").Passages);
    }

    [Fact]
    public void A_mention_below_a_text_and_numbers_of_a_text_are_no_post()
    {
        var split = Split("Bravo jongens\n@roza\n12\n20 januari 2026");
        Assert.Equal(["Bravo jongens\n@roza", "12", "20 januari 2026"], split.Passages);
    }

    [Theory]
    [InlineData("youtu.be/abcdef")]
    [InlineData("(https://t.co/abc)")]
    [InlineData("<https://voorbeeld.nl/a>")]
    [InlineData("nieuws.voorbeeld.nl/2026/01/school")]
    public void Links_without_a_scheme_and_in_brackets_are_links(string link)
    {
        var split = Split($"De school is open {link}\n{link}");
        Assert.Equal(["De school is open"], split.Passages);
        Assert.Equal([link, link], split.Asides);
    }

    [Theory]
    [InlineData("De trein rijdt 120 km/u en/of harder d.w.z./oftewel snel")]
    [InlineData("Het is 12.5/3 en niet meer")]
    public void A_slash_alone_makes_no_link(string text) => Assert.Empty(Split(text).Asides);

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
