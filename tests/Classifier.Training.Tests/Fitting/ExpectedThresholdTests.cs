using Classifier.Training.Fitting;
using CsCheck;

namespace Classifier.Training.Tests.Fitting;

public sealed class ExpectedThresholdTests
{
    [Fact]
    public void Sure_rows_leave_the_threshold_at_the_least_of_them() =>
        Assert.Equal(0.8f, ExpectedThreshold.Of([0.01f, 0.8f, 0.95f, 0.02f, 0.9f]));

    /// <summary>Rows that all have the same probability: giving the label to all is better than to none.</summary>
    [Theory]
    [InlineData(0.2f)]
    [InlineData(0.6f)]
    public void Rows_alike_all_get_the_label(float probability) =>
        Assert.Equal(probability, ExpectedThreshold.Of([.. Enumerable.Repeat(probability, 50)]));

    [Theory]
    [InlineData(0.01f, 0.15f)]
    [InlineData(0.99f, 0.85f)]
    public void It_stays_within_its_bounds(float probability, float threshold) =>
        Assert.Equal(threshold, ExpectedThreshold.Of([probability, probability]));

    [Fact]
    public void Without_rows_nothing_is_given_lightly() => Assert.Equal(0.85f, ExpectedThreshold.Of([]));

    /// <summary>The paper's theorem: the best threshold is half of the F1 that it gives.</summary>
    [Fact]
    public void It_is_half_of_the_best_expected_f1() => Gen.Float[0, 1].Array[500, 900].Sample(probabilities =>
    {
        var cut = ExpectedThreshold.Of(probabilities);
        var given = probabilities.Where(p => p >= cut).ToList();
        var f1 = 2 * given.Sum() / (given.Count + probabilities.Sum());
        Assert.Equal(f1 / 2, cut, 0.03);
    });
}
