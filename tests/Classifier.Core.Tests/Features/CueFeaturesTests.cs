using Classifier.Core.Features;
using Classifier.Core.Tests.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Features;

public sealed class CueFeaturesTests
{
    [Fact]
    public void Each_cue_is_a_number_and_the_length_class_comes_last() =>
        Assert.Equal([0u, 1u, 4u, 100u], Numbers("Weg #nu! Waarom?"));

    [Theory]
    [InlineData(0, 100u)]
    [InlineData(7, 100u)]
    [InlineData(8, 101u)]
    [InlineData(15, 101u)]
    [InlineData(16, 102u)]
    [InlineData(255, 105u)]
    [InlineData(256, 106u)]
    [InlineData(5000, 106u)]
    public void Length_counts_in_doublings_of_eight_tokens(int tokens, uint number) =>
        Assert.Equal([number], Numbers(string.Join(' ', Enumerable.Repeat("stil", tokens))));

    [Fact]
    public void Numbers_of_cues_never_change() =>
        Assert.Equal(
            "Exclamation Question QuoteMark OpensWithQuote Hashtag Emoji "
                + "Link Mention AllCaps HawarDiacritics Ellipsis Parenthesis",
            string.Join(' ', Enumerable.Range(0, 12).Select(i => (TextCues)(1 << i))));

    private static List<uint> Numbers(string text)
    {
        var numbers = new List<uint>();
        foreach (var number in CueFeatures.Of(Normalized.Of(text)))
        {
            numbers.Add(number);
        }

        return numbers;
    }
}
