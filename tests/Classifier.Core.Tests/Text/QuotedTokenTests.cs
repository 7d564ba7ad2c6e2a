namespace Classifier.Core.Tests.Text;

/// <summary>Which tokens stand between quotation marks.</summary>
public sealed class QuotedTokenTests
{
    [Theory]
    [InlineData("he said \"we go home\" and left", "we go home")]
    [InlineData("he said “we go” and “they stay” here", "we go they stay")]
    [InlineData("„wij gaan” zei hij", "wij gaan")]
    [InlineData("„wij gaan“ zei hij", "wij gaan")]
    [InlineData("«em diçin» got ew", "em diçin")]
    [InlineData("the so-called \"regime\"", "regime")]
    [InlineData("it's the mayor's house", "")]
    [InlineData("“no end of it", "no end of it")]
    [InlineData("“ends with the line\nthe next is free", "ends with the line")]
    [InlineData("no start” of it", "")]
    public void Quoted_words_are_those_between_marks(string text, string quoted)
    {
        var tokens = Normalized.Tokens(text);
        Assert.Equal(quoted, string.Join(' ', tokens.Where(t => t.Quoted).Select(t => t.Span.Of(text).ToString())));
    }
}
