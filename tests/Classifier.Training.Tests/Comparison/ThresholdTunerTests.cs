using Classifier.Training.Comparison;
using CsCheck;

namespace Classifier.Training.Tests.Comparison;

public sealed class ThresholdTunerTests
{
    /// <summary>What is taken where nothing is known.</summary>
    private static readonly float Prior = ThresholdTuner.Tune([], []);

    [Fact]
    public void Without_positives_it_is_the_prior_whatever_the_probabilities()
    {
        Assert.InRange(Prior, 0.3f, 0.6f);
        Assert.Equal(Prior, ThresholdTuner.Tune([0.1f, 0.9f], [false, false]));
    }

    /// <summary>All cuts from just above the negative to just below the positives are as good.</summary>
    [Theory]
    [InlineData(0.405f, 0.805f, 0.605)]
    [InlineData(0.165f, 0.205f, 0.185)]
    [InlineData(0.705f, 0.825f, 0.765)]
    public void With_many_positives_it_is_the_middle_of_the_best_plateau(
        float negative, float positive, double middle) =>
        Assert.Equal(middle, Cut(100_000, negative, positive), 0.01);

    /// <summary>Ten negatives at 0.5 beside 2,000 positives at 0.8 cost a cut below them 0.25% of F1.</summary>
    [Fact]
    public void A_cut_that_is_hardly_worse_counts_like_the_best() => Assert.InRange(
        ThresholdTuner.Tune(
            [.. Enumerable.Repeat(0.8f, 2000), .. Enumerable.Repeat(0.5f, 10), .. Enumerable.Repeat(0.1f, 2000)],
            [.. Enumerable.Repeat(true, 2000), .. Enumerable.Repeat(false, 2010)]),
        0.45f,
        0.5f);

    [Fact]
    public void The_more_positives_the_farther_it_moves_from_the_prior()
    {
        var cuts = Enumerable.Range(1, 5).Select(n => Cut(n * n * n * 10, 0.165f, 0.205f)).Prepend(Prior).ToList();
        Assert.Equal(cuts.OrderDescending(), cuts);
        Assert.Equal(cuts.Count, cuts.Distinct().Count());
    }

    [Fact]
    public void The_cut_that_gives_the_best_f1_wins_over_one_that_parts_nothing() => Assert.InRange(
        ThresholdTuner.Tune(
            [.. Enumerable.Repeat(0.7f, 1000), .. Enumerable.Repeat(0.3f, 5000)],
            [.. Enumerable.Range(0, 6000).Select(i => i < 1000)]),
        0.3f, 0.7f);

    [Fact]
    public void It_lies_within_its_bounds_and_does_not_depend_on_the_order_of_rows()
    {
        var rows = Gen.Select(Gen.Float[0, 1], Gen.Bool).List[0, 30];
        rows.Sample(all =>
        {
            var cut = Tune(all);
            Assert.InRange(cut, 0.15f, 0.85f);
            all.Reverse();
            Assert.Equal(cut, Tune(all));
        });
    }

    private static float Tune(List<(float Probability, bool Truth)> rows) =>
        ThresholdTuner.Tune(rows.ConvertAll(r => r.Probability), rows.ConvertAll(r => r.Truth));

    /// <summary>The cut for so many positives of one probability, and as many negatives of another.</summary>
    private static float Cut(int positives, float negative, float positive) => ThresholdTuner.Tune(
        [.. Enumerable.Repeat(positive, positives), .. Enumerable.Repeat(negative, positives)],
        [.. Enumerable.Repeat(true, positives), .. Enumerable.Repeat(false, positives)]);
}
