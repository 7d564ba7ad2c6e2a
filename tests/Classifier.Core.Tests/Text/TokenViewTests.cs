namespace Classifier.Core.Tests.Text;

public sealed class TokenViewTests
{
    [Fact]
    public void Words_stand_between_single_spaces()
    {
        var view = Normalized.Of("De  YPG,\nzei").Plain;
        Assert.Equal(" de ypg zei ", view.Text.ToString());
        Assert.Equal(" ypg ", view.Bounded(1).ToString());
        Assert.Equal(4, view.StartOf(1));
    }

    [Fact]
    public void A_text_without_words_is_one_space() => Assert.Equal(" ", Normalized.Of("!?").Plain.Text.ToString());

    [Fact]
    public void Every_character_knows_its_token_and_a_space_the_one_before_it()
    {
        var view = Normalized.Of("ab c").Plain;
        Assert.Equal([0, 0, 0, 0, 1, 1], Enumerable.Range(0, view.Text.Length).Select(view.TokenAt));
    }

    [Fact]
    public void A_view_grows_with_its_text()
    {
        var words = Enumerable.Range(0, 1000).Select(i => $"woord{i}").ToArray();
        var text = Normalized.Of(string.Join(' ', words));
        Assert.Equal(words, Enumerable.Range(0, 1000).Select(i => text.Plain[i].ToString()));
        Assert.Equal(words, Enumerable.Range(0, 1000).Select(i => text.Folded[i].ToString()));
        Assert.Equal(1000, text.Tokens.Length);
    }
}
