using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class TagModelTests
{
    /// <summary>Two labels that weigh four buckets.</summary>
    private static readonly LinearWeights Linear =
        new([[1, 0, 0, 0], [0, -1, 0, 0]], [0.5f, 0], [new(-1, 0), new(-2, 1)]);

    /// <summary>One label that weighs two units.</summary>
    private static readonly LinearWeights Layered = new(
        [[3, -2]], [0.25f], [new(-1, 0)], new([[0, 0, 1, 0], [0, 0, 0, 2]], [0, -1], []));

    /// <summary>One label that weighs three units, which are made of two sums.</summary>
    private static readonly LinearWeights OverSums = new(
        [[1, -2, 3]],
        [-0.5f],
        [new(-1, 0)],
        new([[1, 2], [0, -1], [0.5f, 0]], [0, 0.5f, -1], [], new([[1, 0, 0, 0], [0, 3, 0, 0]], [0, 0.25f], [])));

    /// <summary>
    /// What words vote on its label, over one unit of the same two sums: how much it listens, and the vote.
    /// </summary>
    private static readonly LinearWeights Voted =
        OverSums with { Votes = new([[2], [4]], [-1, 0.5f], [], new([[1, -1]], [0.5f], [])) };

    private static readonly TagModel Model = new(Linear, OverSums, Layered);

    [Fact]
    public void The_table_has_a_column_for_each_label_or_unit()
    {
        Assert.Equal((4, 6, 4), (Model.Labels, Model.Table.Labels, Model.Table.Buckets));
        Assert.Equal((3, 2), (Model.Table.Weight(1, 3), Model.Table.Weight(3, 5)));
        Assert.Equal(0.25f, Model.Table.Bias[3]);
    }

    [Fact]
    public void Labels_are_read_off_sums_and_off_the_answers_of_units()
    {
        float[] columns = [0.5f, -1, 0.7f, -0.2f, 2, -3];
        var scores = new float[4];
        Model.Score(columns, [], [], scores);
        double[] expected =
            [Logistic(0.5), Logistic((2 * -1) - 1), Logistic(RawOf(columns, 2)), Logistic(RawOf(columns, 3))];
        Assert.All(expected.Zip(scores), p => Assert.Equal(p.First, p.Second, 1e-6));
    }

    [Fact]
    public void A_word_votes_by_its_sums_on_the_labels_of_the_families_that_listen()
    {
        var model = new TagModel(Linear, Voted, Layered);
        var (heard, votes) = (new float[1], new float[1]);
        model.Vote([9, 9, 0.7f, -0.2f, 9, 9], heard, votes);
        var unit = Logistic(0.5 + 0.7 + 0.2);
        Assert.Equal(1, model.VoteLabels);
        Assert.Equal(Math.Exp((2 * unit) - 1), heard[0], 1e-5);
        Assert.Equal((4 * unit) + 0.5, votes[0], 1e-5);
        Assert.Equal([0, 0, 1, 0], Enumerable.Range(0, 4).Select(label => model.VoteOn(label).Share));
        Assert.Equal(0, model.VoteOn(2).Place);
    }

    [Fact]
    public void The_mean_vote_is_added_to_log_odds()
    {
        var model = new TagModel(Linear, Voted, Layered);
        float[] columns = [0.5f, -1, 0.7f, -0.2f, 2, -3];
        var (with, without) = (new float[4], new float[4]);
        model.Score(columns, [4], [6], with);
        Model.Score(columns, [], [], without);
        Assert.Equal(Logistic(RawOf(columns, 2) + 1.5), with[2], 1e-6);
        Assert.Equal([without[0], without[1], without[3]], [with[0], with[1], with[3]]);
        model.Score(columns, [0], [0], with);
        Assert.Equal(without, with);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Slopes_tell_how_log_odds_rise_with_the_columns(int label)
    {
        float[] sums = [0.5f, -1, 0.7f, -0.2f, 0.4f, -0.3f];
        var slopes = new float[6];
        Model.Slopes(label, sums, slopes);
        for (var column = 0; column < sums.Length; column++)
        {
            const float Step = 0.01f;
            var moved = sums.ToArray();
            moved[column] += Step;
            Assert.Equal((RawOf(moved, label) - RawOf(sums, label)) / Step, slopes[column], 0.02);
        }
    }

    [Fact]
    public void A_label_with_a_model_beside_the_others_has_the_mean_of_both()
    {
        float[] columns = [0.6f, 0.7f, -0.2f];
        var scores = new float[2];
        Beside.Score(columns, [4, 2], [6, -1], scores);
        Assert.Equal(Logistic((0.6 + RawOf([0, 0, 0.7f, -0.2f], 2) + 1.5) / 2), scores[0], 1e-6);
        Assert.Equal(Logistic((2 * Logistic(0.7 - 0.4)) - Logistic(0.5 + 0.2) - 0.5), scores[1], 1e-6);
        Assert.Equal((3, -1f, 3f), (Beside.Table.Labels, Beside.Table.Weight(2, 0), Beside.Table.Weight(1, 2)));
        Assert.Equal([0.5f, 1], Enumerable.Range(0, 2).Select(label => Beside.VoteOn(label).Share));
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(label => Beside.VoteOn(label).Place));
    }

    [Fact]
    public void A_model_can_stand_beside_one_without_units()
    {
        var model = new TagModel(Linear with { Beside = new([[0, 0, -1, 0]], [0.1f], []) });
        var (scores, slopes) = (new float[2], new float[3]);
        model.Score([0.6f, 0.5f, -1], [], [], scores);
        Assert.Equal(Logistic((0.6 + 0.5) / 2), scores[0], 1e-6);
        Assert.Equal(Logistic((2 * -1) - 1), scores[1], 1e-6);
        model.Slopes(0, [0.6f, 0.5f, -1], slopes);
        Assert.Equal([0.5f, 0.5f, 0], slopes);
        model.Slopes(1, [0.6f, 0.5f, -1], slopes);
        Assert.Equal([0, 0, 1], slopes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Slopes_count_a_model_beside_the_others(int label)
    {
        float[] columns = [0.6f, 0.7f, -0.2f];
        var slopes = new float[3];
        Beside.Slopes(label, columns, slopes);
        for (var column = 0; column < columns.Length; column++)
        {
            const float Step = 0.01f;
            var moved = columns.ToArray();
            moved[column] += Step;
            Assert.Equal((BesideOdds(moved, label) - BesideOdds(columns, label)) / Step, slopes[column], 0.02);
        }
    }

    /// <summary>Two labels over the units of one, words voting on both, and a model of its own for the first.</summary>
    private static TagModel Beside { get; } = new(OverSums with
    {
        Weights = [OverSums.Weights[0], [2, -1, 0]],
        Bias = [-0.5f, 0],
        Calibrations = [new(-1, 0), new(-1, 0)],
        Votes = new([[2], [1], [4], [3]], [-1, 0, 0.5f, 0], [], new([[1, -1]], [0.5f], [])),
        Beside = new([[0, 0, -1, 0]], [0.1f], []),
    });

    private static double BesideOdds(float[] columns, int label)
    {
        var scores = new float[2];
        Beside.Score(columns, [0, 0], [0, 0], scores);
        return Math.Log(scores[label] / (1 - scores[label]));
    }

    /// <summary>Log-odds before calibration.</summary>
    private static double RawOf(float[] sums, int label) => label switch
    {
        2 => Logistic(sums[2] + (2 * sums[3])) - (2 * Logistic(0.5 - sums[3]))
            + (3 * Logistic((0.5 * sums[2]) - 1)) - 0.5,
        3 => 0.25 + (3 * Logistic(sums[4])) - (2 * Logistic(sums[5])),
        _ => sums[label],
    };

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
