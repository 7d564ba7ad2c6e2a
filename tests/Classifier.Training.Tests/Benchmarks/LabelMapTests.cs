using Classifier.Benchmarks.Comparison.Scoring;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class LabelMapTests
{
    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("en", "en")]
    [InlineData("ku", "kmr")]
    [InlineData("kmr", "kmr")]
    [InlineData("ckb", "ckb")]
    [InlineData("und", "und")]
    [InlineData("af", "und")]
    [InlineData("diq", "und")]
    [InlineData("NL", "und")]
    [InlineData("", "und")]
    public void Labels_mean_a_tag_or_another_language(string label, string tag) =>
        Assert.Equal(tag, LabelMap.TagOf(label));
}
