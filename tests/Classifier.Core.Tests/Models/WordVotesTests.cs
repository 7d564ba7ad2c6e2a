using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class WordVotesTests
{
    /// <summary>
    /// Two labels over one unit of one sum; one listens to words whose sum is high, the other to all alike.
    /// </summary>
    private static readonly WordVotes Votes = new(new LinearWeights(
        [[0], [0]],
        [0, 0],
        [],
        new([[1]], [0], [], new([[1]], [0], [])),
        new([[8], [0], [6], [-6]], [-4, 0, 0, 3], [], new([[2]], [0], []))));

    [Fact]
    public void A_word_that_is_listened_to_counts_for_more_than_many_that_are_not()
    {
        var ((heard, vote), (faint, other)) = (Of(Votes, 3), Of(Votes, -3));
        var logOdds = new float[2];
        WordVotes.AddTo(
            [heard[0] + (9 * faint[0]), heard[1] + (9 * faint[1])],
            [(heard[0] * vote[0]) + (9 * faint[0] * other[0]), (heard[1] * vote[1]) + (9 * faint[1] * other[1])],
            logOdds);
        Assert.InRange(logOdds[0], 5.9, 6);
        Assert.Equal(((3 - (6 * Logistic(6))) + (9 * (3 - (6 * Logistic(-6))))) / 10, logOdds[1], 1e-5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void However_far_weights_go_sums_stay_finite(int sign)
    {
        var (heard, vote) = Of(
            new(new LinearWeights(
                [[0]],
                [0],
                [],
                new([[1]], [0], [], new([[1]], [0], [])),
                new([[sign * 1e6f], [sign * 5000]], [0, 0], [], new([[2]], [0], [])))),
            100);
        Assert.Equal(sign * WordVotes.Loudest, MathF.Log(heard[0]), 1e-3);
        Assert.True(heard[0] > 0 && float.IsFinite(heard[0] * vote[0] * 10_000));
        var logOdds = new float[1];
        WordVotes.AddTo(heard, [heard[0] * vote[0]], logOdds);
        Assert.Equal(sign * WordVotes.MostVote, logOdds[0], 1e-3);
    }

    [Fact]
    public void Without_words_log_odds_stay()
    {
        float[] logOdds = [1, 2];
        WordVotes.AddTo([0, 0], [0, 0], logOdds);
        Assert.Equal([1, 2], logOdds);
    }

    private static (float[] Heard, float[] Votes) Of(WordVotes model, float sum)
    {
        var (heard, votes) = (new float[model.Labels], new float[model.Labels]);
        model.Of([sum], heard, votes);
        return (heard, votes);
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
