using Classifier.Training.LanguageText;

namespace Classifier.Training.Tests.LanguageText;

public sealed class NoiseLinesTests
{
    [Fact]
    public void Misread_text_is_its_bytes() => Assert.Equal("Ã«", NoiseLines.Misread("ë"));

    [Fact]
    public void Shaken_words_keep_their_letters_and_short_ones_go()
    {
        var shaken = NoiseLines.Shaken("the weather tomorrow is unknown").Split(' ');
        Assert.Equal(
            ["weather", "tomorrow", "unknown"],
            shaken.Select((w, i) => w.Order().SequenceEqual(Words[i].Order()) ? Words[i] : w));
        Assert.NotEqual(Words, shaken);
    }

    private static readonly string[] Words = ["weather", "tomorrow", "unknown"];
}
