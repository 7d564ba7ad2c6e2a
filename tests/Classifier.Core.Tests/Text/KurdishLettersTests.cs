using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class KurdishLettersTests
{
    [Theory]
    [InlineData("كورد", "کورد")]
    [InlineData("كوردي", "کوردی")]
    [InlineData("شادى", "شادی")]
    [InlineData("ئه\u200Cوان", "ئەوان")]
    [InlineData("كورده\u200C", "کوردە")]
    [InlineData("کــــورد", "کورد")]
    [InlineData("كُرْدِيّ", "کردی")]
    [InlineData("الأكراد", "الاکراد")]
    [InlineData("\u202Bکورد\u202C", "کورد")]
    [InlineData("\uFEFFکورد", "کورد")]
    [InlineData("کو\u061Cرد", "کورد")]
    public void Look_alikes_and_invisible_marks_are_unified(string text, string plain) =>
        Assert.Equal([plain], Normalized.Plain(text));

    [Fact]
    public void Unifying_keeps_the_offsets_of_the_original()
    {
        const string Text = "ئه\u200Cوان كُردن";
        Assert.Equal(["ئه\u200Cوان", "كُردن"], Normalized.Sources(Text));
    }

    [Theory]
    [InlineData("٢٠٢٤", "2024")]
    [InlineData("۱۲۳", "123")]
    [InlineData("2024", "2024")]
    public void Digits_of_every_kind_are_written_in_ascii(string text, string plain)
    {
        Assert.Equal([plain], Normalized.Plain(text));
        Assert.Equal(TokenKind.Number, Normalized.Tokens(text)[0].Kind);
    }

    [Fact]
    public void Digits_are_cut_from_arabic_script_but_not_from_latin()
    {
        Assert.Equal(["٤٠", "کم"], Normalized.Sources("٤٠کم"));
        Assert.Equal(["داعش", "3"], Normalized.Sources("داعش3"));
        Assert.Equal(["M4", "40km"], Normalized.Sources("M4 40km"));
    }

    [Theory]
    [InlineData("شەڕ", "ser")]
    [InlineData("کۆبانێ", "kobane")]
    [InlineData("چەک", "cek")]
    [InlineData("ئازادی", "azadi")]
    [InlineData("Kobanê", "kobane")]
    public void The_hawar_view_writes_sorani_in_folded_kurmanji_letters(string text, string hawar) =>
        Assert.Equal([hawar], Normalized.Hawar(text));

    [Fact]
    public void The_hawar_view_of_latin_script_is_the_folded_view()
    {
        foreach (var (_, text) in Samples.Passages.All.Where(p => p.Language != "ckb"))
        {
            Assert.Equal(Normalized.Folded(text), Normalized.Hawar(text));
        }
    }

    [Fact]
    public void A_token_without_a_letter_in_one_view_keeps_its_place_in_all()
    {
        var text = Normalized.Of("من ئ تۆ");
        Assert.Equal((3, 3, 3), (text.Plain.Count, text.Folded.Count, text.Hawar.Count));
        Assert.Equal("", text.Hawar[1].ToString());
        Assert.Equal("  ", text.Hawar.Bounded(1).ToString());
    }

    [Theory]
    [InlineData("سووریا", "سوریا")]
    [InlineData("بەڕێوەبەرایەتیی خۆسەر", "بەڕێوەبەرایەتی خۆسەر")]
    [InlineData("شارەوانییەکان", "شارەوانیەکان")]
    public void Double_waw_and_yeh_are_one_in_the_folded_view_only(string twice, string once)
    {
        Assert.Equal(Normalized.Folded(once), Normalized.Folded(twice));
        Assert.NotEqual(Normalized.Plain(once), Normalized.Plain(twice));
    }
}
