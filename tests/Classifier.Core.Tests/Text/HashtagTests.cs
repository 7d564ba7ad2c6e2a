using System.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class HashtagTests
{
    [Theory]
    [InlineData("#RiseUpRojava", "Rise Up Rojava")]
    [InlineData("#SaveKobane now", "Save Kobane now")]
    [InlineData("#twitterKurds_are_here", "twitter Kurds are here")]
    [InlineData("#YPG", "YPG")]
    [InlineData("#AzadîKurdistan", "Azadî Kurdistan")]
    [InlineData("#کۆبانێ_بپارێزن", "کۆبانێ بپارێزن")]
    [InlineData("# Rojava", "Rojava")]
    [InlineData("nr.#1", "nr 1")]
    public void Hashtags_are_split_into_words(string text, string words) =>
        Assert.Equal(words.Split(' '), Normalized.Sources(text));

    [Fact]
    public void A_decomposed_hashtag_is_split_like_a_composed_one()
    {
        const string Text = "#AzadîKurdistan û #KobanêÇiye";
        Assert.Equal(Normalized.Plain(Text), Normalized.Plain(Text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Only_words_of_the_hashtag_are_marked_as_such()
    {
        var tokens = Normalized.Tokens("#SaveKobane_now Not this, #this");
        Assert.Equal([true, true, true, false, false, true], tokens.Select(t => t.InHashtag));
    }

    [Fact]
    public void Capitals_split_no_word_outside_a_hashtag() =>
        Assert.Equal(["McGurk", "sprak"], Normalized.Sources("McGurk sprak"));

    [Fact]
    public void A_hashtag_leaves_a_cue() => Assert.True(Normalized.Of("leve #Rojava").Cues.HasFlag(TextCues.Hashtag));
}
