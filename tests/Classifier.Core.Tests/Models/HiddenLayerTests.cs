using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class HiddenLayerTests
{
    /// <summary>Two labels over two units, each a sum of its own.</summary>
    private static readonly LinearWeights Plain = new(
        [[3, -2], [0, 1]], [0.25f, 0], [], new([[1, 0], [0, 1]], [0.5f, -1], []));

    /// <summary>One label over three units, which are made of two sums.</summary>
    private static readonly LinearWeights Projected = new(
        [[3, -2, 1]],
        [0.25f],
        [],
        new([[1, 2], [-1, 0.5f], [0, 3]], [0.5f, 0, -1], [], new([[1, 0], [0, 1]], [0, 0], [])));

    [Fact]
    public void Units_that_are_sums_answer_and_labels_weigh_the_answers()
    {
        var logOdds = new float[2];
        new HiddenLayer(Plain).LogOdds([2, -3], logOdds);
        Assert.Equal(0.25 + (3 * Logistic(2)) - (2 * Logistic(-3)), logOdds[0], 1e-6);
        Assert.Equal(Logistic(-3), logOdds[1], 1e-6);
    }

    [Fact]
    public void Units_that_are_made_of_sums_add_their_bias()
    {
        var logOdds = new float[1];
        new HiddenLayer(Projected).LogOdds([2, -3], logOdds);
        Assert.Equal(Expected(2, -3), logOdds[0], 1e-6);
    }

    [Fact]
    public void Slopes_tell_how_log_odds_rise_with_each_sum()
    {
        const float Step = 0.001f;
        var slopes = new float[2];
        new HiddenLayer(Projected).Slopes(0, [0.3f, -0.4f], slopes);
        var middle = Expected(0.3, -0.4);
        Assert.Equal((Expected(0.3 + Step, -0.4) - middle) / Step, slopes[0], 0.002);
        Assert.Equal((Expected(0.3, -0.4 + Step) - middle) / Step, slopes[1], 0.002);
    }

    [Fact]
    public void A_layer_too_wide_for_the_stack_answers_as_well()
    {
        const int Units = 5000;
        float[] ones = [.. Enumerable.Repeat(1f, Units)];
        var wide = new LinearWeights(
            [ones], [0], [], new([.. ones.Select(_ => new float[] { 1 })], new float[Units], [], new([[1]], [0], [])));
        var logOdds = new float[1];
        new HiddenLayer(wide).LogOdds([0], logOdds);
        Assert.Equal(Units / 2, logOdds[0], 0.01);
    }

    private static double Expected(double first, double second) => 0.25
        + (3 * Logistic(0.5 + first + (2 * second)))
        - (2 * Logistic((0.5 * second) - first))
        + Logistic((3 * second) - 1);

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
