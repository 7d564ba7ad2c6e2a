using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Service.Tagging;

namespace Classifier.Service.Tests.Tagging;

public sealed class LanguageMapperTests
{
    private static readonly LanguageGuess Guess = new(
        Languages.Dutch, 0.81239f, true, Script.Latin,
        [new(Languages.Dutch, 0.81239f), new(Languages.English, 0.1f), new(Languages.Undetermined, 0.08f)]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public void As_many_alternatives_as_asked_for_and_known(int topK, int expected)
    {
        var result = LanguageMapper.Result("a1", Guess, topK);
        Assert.Equal(expected, result.Top.Count);
        var language = result.Language;
        Assert.Equal(("a1", "nl", 0.8124f, true), (result.Id, language.Tag, language.Score, language.Reliable));
    }

    [Fact]
    public void Scripts_have_their_iso_codes() =>
        Assert.Equal("Arab", LanguageMapper.Result("", Guess with { Script = Script.Arabic }, 0).Language.Script);

    [Fact]
    public void Spans_are_in_the_unit_asked_for()
    {
        var spans = LanguageMapper.Spans("êê 🙂 x", [new(new(0, 2), "kmr"), new(new(6, 7), "en")], OffsetUnit.Utf8);
        Assert.Equal([(0, 4, "kmr"), (10, 11, "en")], spans.Select(s => (s.Start, s.End, s.Tag)));
    }
}
