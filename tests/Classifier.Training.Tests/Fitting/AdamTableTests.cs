using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class AdamTableTests
{
    [Fact]
    public void The_first_step_is_as_long_as_the_rate_against_the_gradient()
    {
        var table = new AdamTable(2, 3);
        table.Pull(1, [4, -0.5f, 0], 0.1f);
        table.Step(0.01f);
        Assert.Equal([-0.01f, 0.01f, 0], table[1].ToArray(), (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Rows_that_nothing_pulls_at_stay()
    {
        var table = new AdamTable(2, 1);
        table.Pull(0, [1], 1);
        table.Step(0.1f);
        var once = table[0][0];
        table.Step(0.1f);
        Assert.Equal((once, 0f), (table[0][0], table[1][0]));
    }

    /// <summary>By the paper's formulas, number by number; rows as wide as a vector and wider.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void Every_number_of_a_row_is_moved_by_its_own_gradients(int width)
    {
        var table = new AdamTable(3, width);
        var (weight, mean, square) = (new double[width], new double[width], new double[width]);
        for (var step = 1; step <= 3; step++)
        {
            float[] pull = [.. Enumerable.Range(0, width).Select(i => (i - 5f) / step)];
            table.Pull(1, pull, 1);
            table.Step(0.1f);
            for (var i = 0; i < width; i++)
            {
                mean[i] = (0.9 * mean[i]) + (0.1 * pull[i]);
                square[i] = (0.999 * square[i]) + (0.001 * pull[i] * pull[i]);
                var (first, second) = (mean[i] / (1 - Math.Pow(0.9, step)), square[i] / (1 - Math.Pow(0.999, step)));
                weight[i] -= 0.1 * first / (Math.Sqrt(second) + 1e-8);
            }
        }

        Assert.All(weight.Zip(table[1].ToArray()), p => Assert.Equal(p.First, p.Second, 1e-4));
        Assert.All(table[0].ToArray().Concat(table[2].ToArray()), w => Assert.Equal(0, w));
    }

    [Fact]
    public void Steps_lead_to_the_least_of_a_bowl()
    {
        var table = new AdamTable(1, 2);
        for (var i = 0; i < 400; i++)
        {
            table.Pull(0, [2 * (table[0][0] - 1), 2 * (table[0][1] + 0.5f)], 1);
            table.Step(0.05f * (1 - (i / 400f)));
        }

        Assert.Equal([1f, -0.5f], table[0].ToArray(), (a, b) => MathF.Abs(a - b) < 0.01f);
    }

    [Fact]
    public void Weights_begin_within_the_bound_by_the_seed()
    {
        var (one, other) = (new AdamTable(50, 4), new AdamTable(50, 4));
        one.Scatter(new Random(3), 0.1f);
        other.Scatter(new Random(3), 0.1f);
        Assert.Equal(one[7].ToArray(), other[7].ToArray());
        Assert.All(one[7].ToArray(), w => Assert.InRange(w, -0.1f, 0.1f));
        Assert.True(one[7].ToArray().Distinct().Count() > 1);
    }
}
