using Classifier.Core.Models;
using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class FamilyPartTests
{
    /// <summary>Three labels over one unit of one sum, with votes, and a model of its own for the first.</summary>
    private static readonly LinearWeights All = new(
        [[1], [2], [3]],
        [4, 5, 6],
        [new(-1, 0), new(-1, 1), new(-1, 2)],
        new([[1]], [0], [], new([[1, -1]], [0], [])),
        new([[1], [2], [3], [4], [5], [6]], [7, 8, 9, 10, 11, 12], [], new([[1]], [0], [])),
        new([[0.5f, 2]], [1], []));

    private static readonly PassageSet Passages = new(
        [new([0], [1]), new([0, 1], [2, 1])], [[0], [0, 1]], [new([0], [1]), new([1], [3])], [[], []]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    public void A_part_answers_as_the_whole_does_on_its_labels(int first, int count)
    {
        var (whole, part) =
            (FamilyScores.OfLabels(All, Passages), FamilyScores.OfLabels(FamilyPart.Of(All, first, count), Passages));
        Assert.Equal(whole.Skip(first).Take(count), part);
    }

    [Fact]
    public void A_label_with_a_model_of_its_own_has_the_mean_of_both()
    {
        var (with, without) =
            (FamilyScores.LogOdds(All, Passages), FamilyScores.LogOdds(All with { Beside = null }, Passages));
        Assert.Equal((without[0][0] + 1.5) / 2, with[0][0], 1e-6);
        Assert.Equal((without[0][1] + 4) / 2, with[0][1], 1e-6);
        Assert.Equal(without.Skip(1), with.Skip(1));
    }
}
