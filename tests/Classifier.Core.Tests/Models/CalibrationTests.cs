using Classifier.Core.Models;
using CsCheck;

namespace Classifier.Core.Tests.Models;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(-1, 0, 0, 0.5f)]
    [InlineData(-1, 0, 2, 0.880797f)]
    [InlineData(-2, 1, 0.5f, 0.5f)]
    [InlineData(-1, 0, 1000, 1f)]
    [InlineData(-1, 0, -1000, 0f)]
    public void A_score_becomes_a_probability(double slope, double offset, float score, float probability) =>
        Assert.Equal(probability, new Calibration(slope, offset).Probability(score), 1e-6f);

    [Fact]
    public void A_higher_score_never_lowers_the_probability() =>
        Gen.Select(Gen.Double[-5, 0], Gen.Double[-3, 3], Gen.Float[-20, 20], Gen.Float[0, 5]).Sample(
            (slope, offset, score, more) =>
            {
                var calibration = new Calibration(slope, offset);
                Assert.InRange(calibration.Probability(score + more), calibration.Probability(score), 1);
            },
            iter: 300);

    [Fact]
    public void Softmax_gives_probabilities_that_sum_to_one_and_survives_great_scores()
    {
        float[] scores = [1000, 999, -1000];
        Softmax.InPlace(scores);
        Assert.Equal([0.731059f, 0.268941f, 0f], scores.Select(s => MathF.Round(s, 6)));
    }
}
