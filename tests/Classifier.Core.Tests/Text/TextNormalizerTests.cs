using System.Text;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests.Text;

public sealed class TextNormalizerTests
{
    private const string Kurmanji = "Şervanên me li Kobanê û Efrînê ne, çima?";

    [Fact]
    public void Decomposed_text_gives_the_tokens_of_composed_text()
    {
        var decomposed = Kurmanji.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(Kurmanji.Length, decomposed.Length);
        Assert.Equal(Normalized.Plain(Kurmanji), Normalized.Plain(decomposed));
        Assert.Equal(Normalized.Folded(Kurmanji), Normalized.Folded(decomposed));
    }

    [Fact]
    public void Offsets_of_decomposed_text_point_into_the_original()
    {
        var decomposed = Kurmanji.Normalize(NormalizationForm.FormD);
        var sources = Normalized.Sources(decomposed).Select(s => s.Normalize(NormalizationForm.FormC));
        Assert.Equal(Normalized.Sources(Kurmanji), sources);
    }

    [Fact]
    public void Every_letter_of_both_scripts_gives_the_same_tokens_decomposed() => TextGen.Letters.Sample(
        text => Assert.Equal(Normalized.Plain(text), Normalized.Plain(text.Normalize(NormalizationForm.FormD))),
        iter: 500);

    [Fact]
    public void Plain_keeps_diacritics_and_folded_drops_them()
    {
        Assert.Equal(["hêzên", "sûriyê", "şer", "dikin", "çawa"], Normalized.Plain("Hêzên Sûriyê ŞER dikin, çawa"));
        Assert.Equal(["hezen", "suriye", "ser", "dikin", "cawa"], Normalized.Folded("Hêzên Sûriyê ŞER dikin, çawa"));
    }

    [Theory]
    [InlineData("İstanbul", "istanbul", "istanbul")]
    [InlineData("I\u0307stanbul", "istanbul", "istanbul")]
    [InlineData("ılımlı", "ılımlı", "ilimli")]
    [InlineData("ISPARTA", "isparta", "isparta")]
    [InlineData("Straße", "straße", "strase")]
    public void Turkish_and_other_letters_fold_without_a_culture(string text, string plain, string folded)
    {
        Assert.Equal([plain], Normalized.Plain(text));
        Assert.Equal([folded], Normalized.Folded(text));
    }

    [Fact]
    public void Case_folding_is_the_same_for_every_spelling_of_a_word() =>
        Assert.Equal(Normalized.Plain("DE YPG WON"), Normalized.Plain("de ypg won"));

    [Fact]
    public void Links_and_mentions_become_placeholders()
    {
        const string Text = "Zie https://voorbeeld.nl/a?b=1 van @Jan_12!";
        Assert.Equal(["zie", "url", "van", "user"], Normalized.Plain(Text));
        Assert.Equal(["Zie", "https://voorbeeld.nl/a?b=1", "van", "@Jan_12"], Normalized.Sources(Text));
        Assert.Equal(
            [TokenKind.Word, TokenKind.Link, TokenKind.Word, TokenKind.Mention],
            Normalized.Tokens(Text).Select(t => t.Kind));
    }

    [Fact]
    public void Emoji_and_flags_are_no_tokens_and_shift_no_offsets()
    {
        const string Text = "🙏🏽 Kobanê 🇹🇷👩‍👧 leeft";
        Assert.Equal(["Kobanê", "leeft"], Normalized.Sources(Text));
        Assert.True(Normalized.Of(Text).Cues.HasFlag(TextCues.Emoji));
    }

    [Fact]
    public void Lone_surrogates_survive()
    {
        string[] texts =
            ["\uD83D stad", "\uDE4F stad", "stad \uD83D", "\uDE4F\uD83D stad \uDE4F", "stad#\uD83D", "stad @\uDE4F"];
        Assert.All(texts, text => Assert.Equal(["stad"], Normalized.Sources(text)));
    }

    [Fact]
    public void A_lone_surrogate_ends_a_word() => Assert.Equal(["sta", "d"], Normalized.Sources("sta\uD83Dd"));

    [Fact]
    public void Surrounding_white_space_changes_nothing_but_offsets() => TextGen.Any.Sample(
        text => Assert.Equal(Normalized.Plain(text), Normalized.Plain("\n  " + text + " \r\n")), iter: 300);

    [Fact]
    public void Tokens_are_in_order_and_inside_the_text() => TextGen.Any.Sample(
        text =>
        {
            var end = 0;
            foreach (var token in Normalized.Tokens(text))
            {
                Assert.InRange(token.Start, end, text.Length - 1);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                end = token.End;
            }
        },
        iter: 500);

    [Fact]
    public void A_letter_with_endless_marks_is_one_letter()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0316\u0301", 50_000));
        var tokens = Normalized.Sources($"voor e{marks}en na");
        Assert.Equal(["voor", $"e{marks}en", "na"], tokens);
        Assert.Equal(["voor", "een", "na"], Normalized.Folded($"voor e{marks}en na"));
    }

    [Fact]
    public void A_used_buffer_gives_what_a_fresh_one_gives()
    {
        var used = Normalized.Of(string.Concat(Enumerable.Repeat("Een lange tekst met #Hashtags en @namen! ", 200)));
        TextNormalizer.Normalize(Kurmanji, used);
        Assert.Equal(Normalized.Of(Kurmanji).Plain.Text.ToString(), used.Plain.Text.ToString());
        Assert.Equal(Normalized.Tokens(Kurmanji), used.Tokens.ToArray());
    }
}
