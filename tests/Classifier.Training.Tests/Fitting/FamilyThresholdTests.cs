using Classifier.Training.Fitting;
using CsCheck;

namespace Classifier.Training.Tests.Fitting;

public sealed class FamilyThresholdTests
{
    [Fact]
    public void All_cuts_that_part_every_label_count_alike() =>
        Assert.Equal(
            0.4f,
            FamilyThreshold.Tune(
                [[0.2f, 0.6f], [0.1f, 0.9f], [0.195f, 0.605f]], [[false, true], [false, true], [false, true]]),
            0.01f);

    /// <summary>
    /// The first label is best cut below 0.3, the second above 0.6;
    /// the rows of the second are fewer, and count as much.
    /// </summary>
    [Fact]
    public void Labels_count_alike_whatever_their_rows()
    {
        float[] common = [.. Enumerable.Repeat(0.3f, 90), .. Enumerable.Repeat(0.1f, 100)];
        float[] rare = [.. Enumerable.Repeat(0.6f, 100), .. Enumerable.Repeat(0.8f, 10), .. Enumerable.Repeat(0f, 80)];
        bool[] commonTruth = [.. Enumerable.Range(0, 190).Select(i => i < 90)];
        bool[] rareTruth = [.. Enumerable.Range(0, 190).Select(i => i is >= 100 and < 110)];
        Assert.InRange(FamilyThreshold.Tune([common, rare], [commonTruth, rareTruth]), 0.15f, 0.3f);
        Assert.InRange(FamilyThreshold.Tune([common, rare, rare], [commonTruth, rareTruth, rareTruth]), 0.61f, 0.8f);
    }

    /// <summary>
    /// Two wrong rows in two hundred cost 0.0099 of F1, as much as a threshold may for lying in the middle; three cost
    /// 0.0148.
    /// </summary>
    [Theory]
    [InlineData(2, 0.475f)]
    [InlineData(3, 0.555f)]
    public void A_cut_counts_that_costs_a_hundredth_at_most(int wrong, float middle)
    {
        float[] probabilities = [.. Enumerable.Repeat(0.8f, 100), .. Enumerable.Repeat(0.3f, wrong)];
        bool[] truth = [.. Enumerable.Repeat(true, 100), .. Enumerable.Repeat(false, wrong)];
        Assert.Equal(middle, FamilyThreshold.Tune([probabilities], [truth]), 0.006f);
    }

    [Fact]
    public void Without_rows_it_is_the_middle() => Assert.Equal(0.5f, FamilyThreshold.Tune([[]], [[]]), 0.001f);

    [Fact]
    public void It_lies_within_its_bounds_and_does_not_depend_on_the_order_of_labels() =>
        Gen.Select(Gen.Float[0, 1], Gen.Bool).Array[12].Array[1, 5].Sample(labels =>
        {
            float Tune(IEnumerable<(float P, bool T)[]> all) => FamilyThreshold.Tune(
                [.. all.Select(l => l.Select(r => r.P).ToArray())], [.. all.Select(l => l.Select(r => r.T).ToArray())]);
            var cut = Tune(labels);
            Assert.InRange(cut, 0.15f, 0.85f);
            Assert.Equal(cut, Tune(labels.Reverse()));
        });
}
