using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests.Language;

public sealed class LanguageIdentifierTests(SharedBundle shared)
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("12 345 ٤٠")]
    [InlineData("🙏🇹🇷 👩‍👧")]
    [InlineData("?! … —")]
    [InlineData("https://example.org/the/children/of/the/village @somebody")]
    [InlineData("a")]
    [InlineData("ê")]
    [InlineData("û!")]
    [InlineData("چ")]
    [InlineData("ە 12")]
    public void Text_without_words_is_undetermined(string text)
    {
        var guess = shared.Classifier.Detect(text);
        Assert.Equal((Languages.Undetermined, false), (guess.Tag, guess.Reliable));
        Assert.Equal([new(Languages.Undetermined, 1)], guess.Top);
    }

    [Fact]
    public void No_single_letter_tells_a_language()
    {
        for (var c = '\0'; c < '\u0800'; c++)
        {
            Assert.Equal(Languages.Undetermined, shared.Classifier.Detect(c.ToString()).Tag);
        }
    }

    [Fact]
    public void Clear_passages_of_the_four_languages_are_told() => Assert.All(
        Passages.All.Where(p => p.Text.Count(char.IsLetter) >= 50),
        p => Assert.Equal(p.Language, shared.Classifier.Detect(p.Text).Tag));

    [Theory]
    [InlineData("Dün akşam şehir merkezinde büyük bir patlama oldu ve çok sayıda insan yaralandı.")]
    [InlineData("Çocuklar okula gitmek için her sabah uzun bir yol yürüyorlar.")]
    [InlineData("دیروز در مرکز شهر انفجار بزرگی رخ داد و شماری از مردم زخمی شدند.")]
    [InlineData("من هر روز صبح با دوستانم به دانشگاه می‌روم و شب برمی‌گردم.")]
    [InlineData("Gestern Abend gab es in der Innenstadt eine große Explosion, und viele Menschen wurden verletzt.")]
    [InlineData("Die Kinder gehen jeden Morgen einen langen Weg zur Schule.")]
    [InlineData("وقع انفجار كبير مساء أمس في وسط المدينة وأصيب عدد كبير من الناس.")]
    [InlineData("يذهب الأطفال إلى المدرسة كل صباح عبر طريق طويل.")]
    [InlineData("Вчера вечером в центре города произошёл сильный взрыв.")]
    [InlineData("昨晚市中心发生了一起大爆炸。")]
    public void Neighbours_and_strangers_are_undetermined(string text) =>
        Assert.Equal(Languages.Undetermined, shared.Classifier.Detect(text).Tag);

    [Theory]
    [InlineData(Languages.Dutch)]
    [InlineData(Languages.English)]
    [InlineData(Languages.Kurmanji)]
    [InlineData(Languages.Sorani)]
    public void Long_texts_of_one_language_are_told_from_a_sample_as_they_are_whole(string language)
    {
        foreach (var text in Clear(language).Chunk(5).Where(p => p.Length == 5).Select(p => string.Join(' ', p)))
        {
            var (sampled, whole) = (shared.Classifier.Detect(text), Whole(text));
            Assert.Equal((language, true), (sampled.Tag, sampled.Reliable));
            Assert.Equal(whole.Score, sampled.Score, 1e-3f);
            Assert.NotEqual(whole.Top[^1].Score, sampled.Top[^1].Score);
        }
    }

    [Fact]
    public void A_long_text_of_two_languages_has_that_of_most_of_its_words_wherever_the_other_stands()
    {
        var (many, few) = (Words(Languages.Dutch).Take(60).ToArray(), Words(Languages.English).Take(30).ToArray());
        for (var cut = 0; cut <= many.Length; cut += 3)
        {
            string[] words = [.. many[..cut], .. few, .. many[cut..]];
            Assert.Equal(Languages.Dutch, shared.Classifier.Detect(string.Join(' ', words)).Tag);
        }
    }

    [Fact]
    public void A_long_text_whose_sample_leaves_a_doubt_is_read_whole()
    {
        var text = string.Join(' ', Words(Languages.Dutch).Take(40).Concat(Words(Languages.English).Take(40)));
        var (guess, whole) = (shared.Classifier.Detect(text), Whole(text));
        Assert.Equal((whole.Tag, whole.Score), (guess.Tag, guess.Score));
    }

    [Fact]
    public void A_long_text_with_few_words_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("12 34 56 78 90 ", 10))
            + "De kinderen van het dorp gaan deze week weer naar school.";
        var (guess, whole) = (shared.Classifier.Detect(text), Whole(text));
        Assert.Equal((Languages.Dutch, whole.Score, true), (guess.Tag, guess.Score, guess.Reliable));
    }

    [Fact]
    public void Links_names_and_emoji_change_nothing()
    {
        const string Text = "De kinderen van het dorp gaan deze week weer naar school.";
        var bare = shared.Classifier.Detect(Text);
        var dressed = shared.Classifier.Detect($"@the_english_times {Text} 🙏 https://example.org/and-the-children");
        Assert.Equal((bare.Tag, bare.Score), (dressed.Tag, dressed.Score));
        Assert.True(bare.Reliable);
    }

    [Fact]
    public void One_word_is_never_reliable() =>
        Assert.False(shared.Classifier.Detect("verantwoordelijkheidsgevoel").Reliable);

    [Fact]
    public void Probabilities_sum_to_one_and_the_likeliest_comes_first() => TextGen.Any.Sample(
        text =>
        {
            var top = shared.Classifier.Detect(text).Top;
            Assert.Equal(1, top.Sum(t => t.Score), 1e-3f);
            Assert.Equal(top.OrderByDescending(t => t.Score).Select(t => t.Score), top.Select(t => t.Score));
            Assert.All(top, t => Assert.True(Languages.IsKnown(t.Tag)));
        },
        iter: 200);

    [Fact]
    public void The_script_of_most_letters_is_given()
    {
        Assert.Equal(Script.Arabic, shared.Classifier.Detect("داعش و IS لە شارەکە").Script);
        Assert.Equal(Script.Other, shared.Classifier.Detect("Привет мир").Script);
        Assert.Equal(Script.None, shared.Classifier.Detect("12").Script);
    }

    [Fact]
    public void Hashtags_decide_the_script_only_where_they_stand_alone()
    {
        Assert.Equal(
            Languages.Sorani, shared.Classifier.Detect("زۆر باشە کاکە #BreakingNews #TwitterKurds #SaveRojava").Tag);
        Assert.Equal(Script.Latin, shared.Classifier.Detect("🙏 #BreakingNews").Script);
    }

    [Fact]
    public void A_post_passed_on_in_another_language_is_not_English_for_it()
    {
        const string Text = "salonda kahve var";
        var (bare, passedOn) =
            (shared.Classifier.Detect(Text), shared.Classifier.Detect($"RT @somebody: {Text} #BreakingNews"));
        Assert.Equal((bare.Tag, bare.Score), (passedOn.Tag, passedOn.Score));
    }

    private LanguageGuess Whole(string text)
    {
        var scratch = new FeatureScratch();
        TextNormalizer.Normalize(text, scratch.Text);
        return shared.Bundle.Identifier.Identify(scratch, 0, scratch.Text.Tokens.Length);
    }

    private static IEnumerable<string> Clear(string language) =>
        Passages.All.Where(p => p.Language == language && p.Text.Count(char.IsLetter) >= 50).Select(p => p.Text);

    private static IEnumerable<string> Words(string language) => Clear(language).SelectMany(t => t.Split(' '));
}
