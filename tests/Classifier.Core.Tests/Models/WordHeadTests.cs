using System.Runtime.CompilerServices;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Models;

public sealed class WordHeadTests
{
    private const uint Hash = 7;

    [Fact]
    public void It_is_as_long_as_it_says() => Assert.Equal(WordHead.Length * sizeof(short), Unsafe.SizeOf<WordHead>());

    [Fact]
    public void Without_a_word_it_holds_none() => Assert.False(new WordHead().Holds(0, TokenKind.Word, "a"));

    [Theory]
    [InlineData("raqqa", Hash, TokenKind.Word, true)]
    [InlineData("raqq", Hash, TokenKind.Word, false)]
    [InlineData("raqqo", Hash, TokenKind.Word, false)]
    [InlineData("raqqa", Hash + 1, TokenKind.Word, false)]
    [InlineData("raqqa", Hash, TokenKind.Link, false)]
    public void It_holds_the_word_it_remembers_alone(string word, uint hash, TokenKind kind, bool held)
    {
        var head = default(WordHead);
        head.Remember(Hash, TokenKind.Word, "raqqa");
        Assert.Equal(held, head.Holds(hash, kind, word));
    }

    [Fact]
    public void The_longest_word_fits_whole()
    {
        var head = default(WordHead);
        var word = new string('x', WordHead.MaxLetters - 1) + "y";
        head.Remember(Hash, TokenKind.Word, word);
        Assert.True(head.Holds(Hash, TokenKind.Word, word));
        Assert.False(head.Holds(Hash, TokenKind.Word, word.Replace('y', 'x')));
    }

    [Fact]
    public void A_shorter_word_after_a_longer_one_leaves_nothing_of_it()
    {
        var head = default(WordHead);
        head.Remember(Hash, TokenKind.Word, "hasaka");
        head.Remember(Hash, TokenKind.Word, "hasa");
        Assert.True(head.Holds(Hash, TokenKind.Word, "hasa"));
        Assert.False(head.Holds(Hash, TokenKind.Word, "hasaka"));
    }

    [Theory]
    [InlineData(-126)]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(113)]
    public void A_step_is_a_power_of_two(int power)
    {
        var head = default(WordHead);
        head.SetStep(power);
        Assert.Equal(MathF.ScaleB(1, power), head.Step);
    }
}
