using Classifier.Training.Evaluation;
using CsCheck;

namespace Classifier.Training.Tests.Evaluation;

public sealed class RowTalliesTests
{
    private static readonly string[] Labels = ["a", "b", "c"];

    private static readonly Gen<string[]> Sets =
        Gen.Int[0, 7].Select(bits => Labels.Where((_, i) => (bits & (1 << i)) != 0).ToArray());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_rows_give_the_macro_average_of_the_report(bool onlyTrue) =>
        Gen.Select(Sets, Sets).Array[1, 30].Sample(rows =>
        {
            var report = new ClassificationReport(Labels, onlyTrue);
            var tallies = new RowTallies(Labels.Length, onlyTrue);
            foreach (var (truth, given) in rows)
            {
                report.Add(truth, given);
                tallies.Add([(truth, given)], Labels);
            }

            Assert.Equal(report.Macro.F1, tallies.MacroF1(), 9);
        });

    [Fact]
    public void A_sample_counts_each_row_as_often_as_it_is_drawn()
    {
        var tallies = new RowTallies(Labels.Length);
        tallies.Add([(["a"], ["a"])], Labels);
        tallies.Add([(["a"], [])], Labels);
        Assert.Equal(1, tallies.MacroF1([0, 0]));
        Assert.Equal(2.0 / 3, tallies.MacroF1([0, 1]), 9);
        Assert.Equal(0, tallies.MacroF1([1, 1]));
        Assert.Equal(0, tallies.MacroF1([]));
    }

    [Fact]
    public void A_row_may_hold_several_answers()
    {
        var tallies = new RowTallies(Labels.Length);
        tallies.Add([(["a"], ["a"]), (["a"], ["b"])], Labels);
        Assert.Equal((1, (2.0 / 3 + 0) / 2), (tallies.Rows, tallies.MacroF1()));
    }
}
