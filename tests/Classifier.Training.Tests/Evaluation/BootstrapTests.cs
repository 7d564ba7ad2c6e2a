using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class BootstrapTests
{
    private static readonly string[] Labels = ["a"];

    [Fact]
    public void A_system_does_not_differ_from_itself() =>
        Assert.Equal((0, 0), Bootstrap.Difference(System(200, 3), System(200, 3)));

    [Fact]
    public void A_clear_difference_is_above_nothing() =>
        Assert.InRange(Bootstrap.Difference(System(200, 20), System(200, 2)).Low, 0.1, 1);

    [Fact]
    public void A_difference_of_one_row_is_chance()
    {
        var (low, high) = Bootstrap.Difference(System(200, 10, 1), System(200, 10));
        Assert.True(low <= 0 && high >= 0);
    }

    [Fact]
    public void More_rows_give_a_narrower_interval_around_the_score()
    {
        var (few, many) = (Bootstrap.Interval(System(50, 4)), Bootstrap.Interval(System(2000, 4)));
        Assert.True(many.High - many.Low < few.High - few.Low);
        Assert.InRange(System(50, 4).MacroF1(), few.Low, few.High);
    }

    /// <summary>Of every <paramref name="period"/> rows one is missed, and some more at the start.</summary>
    private static RowTallies System(int rows, int period, int alsoMissed = 0)
    {
        var tallies = new RowTallies(Labels.Length);
        for (var i = 0; i < rows; i++)
        {
            tallies.Add([(Labels, i % period == 0 || i <= alsoMissed ? [] : Labels)], Labels);
        }

        return tallies;
    }
}
