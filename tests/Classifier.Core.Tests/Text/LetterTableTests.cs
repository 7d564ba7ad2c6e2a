using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class LetterTableTests
{
    [Fact]
    public void Every_character_has_what_the_rules_say()
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            Assert.Equal(Letters.Unify(c), LetterTable.Unified[c]);
            Assert.Equal(Letters.Fold(c), LetterTable.Folded[c]);
            Assert.Equal(Letters.Fold(Letters.ToHawar(c)), LetterTable.Hawar[c]);
            Assert.Equal(ScriptCounts.Of(c), LetterTable.ScriptOf(c));
            Assert.Equal(char.IsLetterOrDigit(c), (LetterTable.Kinds[c] & LetterKinds.LetterOrDigit) != 0);
        }
    }

    [Theory]
    [InlineData('\u0301', LetterKinds.Mark | LetterKinds.Ignored)]
    [InlineData('\u200C', LetterKinds.Ignored)]
    [InlineData('\u0640', LetterKinds.Letter | LetterKinds.Ignored)]
    [InlineData('Ş', LetterKinds.Letter | LetterKinds.Upper | LetterKinds.HawarDiacritic)]
    [InlineData('٣', LetterKinds.Digit)]
    [InlineData('\uD83D', LetterKinds.Surrogate)]
    [InlineData('.', LetterKinds.None)]
    public void Characters_are_of_their_kinds(char c, object kinds) =>
        Assert.Equal((LetterKinds)kinds, LetterTable.Kinds[c] & (LetterKinds)0xFF);
}
