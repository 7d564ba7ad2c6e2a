using Classifier.Training.Corpus;
using CsCheck;

namespace Classifier.Training.Tests.Corpus;

public sealed class SplitsTests
{
    /// <summary>Set in stone: a change would move rows of every corpus from one split to another.</summary>
    [Theory]
    [InlineData("nl-a-arnhem-zitting", "test")]
    [InlineData("en-a-cjtf-daily-jul16", "train")]
    [InlineData("en-a-manbij-silos-jun16", "dev")]
    [InlineData("damascus-deal", "dev")]
    [InlineData("Şam", "train")]
    [InlineData("دیمەشق", "train")]
    [InlineData("🔥", "train")]
    [InlineData("", "train")]
    public void A_group_has_the_split_it_always_had(string group, string split) =>
        Assert.Equal(split, Splits.Of(group));

    [Fact]
    public void Eight_of_ten_groups_are_trained_on()
    {
        var counts = Enumerable.Range(0, 10_000).CountBy(i => Splits.Of($"group {i}")).ToDictionary();
        Assert.InRange(counts[Splits.Train], 7800, 8200);
        Assert.InRange(counts[Splits.Dev], 850, 1150);
        Assert.InRange(counts[Splits.Test], 850, 1150);
    }

    [Fact]
    public void Every_group_has_one_of_the_three() =>
        Gen.String.Sample(group => Assert.Contains(Splits.Of(group), Splits.All));

    [Fact]
    public void Thresholds_are_tuned_on_excerpts_of_the_dev_split()
    {
        CorpusRow[] rows =
        [
            Rows.Good with { Id = "a", Excerpt = true },
            Rows.Good with { Id = "b", Split = "dev" },
            Rows.Good with { Id = "c", Split = "dev", Excerpt = true },
        ];
        Assert.Equal(["c"], Splits.ForThresholds(rows).Select(r => r.Id));
        Assert.Equal(["b"], Splits.ForThresholds(rows[..2]).Select(r => r.Id));
    }
}
