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
