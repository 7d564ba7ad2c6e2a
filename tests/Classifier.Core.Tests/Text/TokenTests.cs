namespace Classifier.Core.Tests.Text;

public sealed class TokenTests
{
    [Theory]
    [InlineData("de stad", true)]
    [InlineData("stads-poort", true)]
    [InlineData("de, stad", false)]
    [InlineData("zei: stad", false)]
    [InlineData("de 🙏 stad", false)]
    [InlineData("شار، گوند", false)]
    public void A_token_follows_another_where_no_mark_stands_between(string text, bool follows)
    {
        var tokens = Normalized.Tokens(text);
        Assert.Equal(follows, tokens[1].Follows(tokens[0]));
    }
}
