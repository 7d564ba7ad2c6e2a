using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguageNeighbourTests
{
    private static readonly IReadOnlyList<LanguageNeighbour> Neighbours = LanguageNeighbour.Of(
    [
        .. Lines("tur", 9, "und"), .. Lines("tur", 1, "kmr"),
        .. Lines("diq", 2, "und"), .. Lines("diq", 1, "en"), .. Lines("diq", 2, "kmr"), .. Lines("diq", 1, "nl"),
        .. Lines(null, 3, "und"), .. Lines("arb", 4, "und"),
        (new("x", "kmr", "kmr", null), "nl"),
    ]);

    [Fact]
    public void The_worst_share_comes_first_and_equal_ones_by_their_lines() => Assert.Equal(
        [("diq", 6, 4), ("tur", 10, 1), ("arb", 4, 0), ("?", 3, 0)], Neighbours.Select(n => (n.Iso, n.Lines, n.Taken)));

    [Fact]
    public void What_lines_were_taken_for_is_told_with_the_most_first()
    {
        Assert.Equal("kmr 2, en 1, nl 1", Neighbours[0].Tags);
        Assert.Equal("", Neighbours[3].Tags);
        Assert.Equal(4.0 / 6, Neighbours[0].Share, 12);
    }

    [Fact]
    public void All_together_are_their_sum()
    {
        var all = LanguageNeighbour.Sum("all", Neighbours);
        Assert.Equal(("all", 23, 5, "kmr 3, en 1, nl 1"), (all.Iso, all.Lines, all.Taken, all.Tags));
    }

    [Fact]
    public void Without_lines_no_share_is_taken() => Assert.Equal(0, LanguageNeighbour.Sum("all", []).Share);

    private static IEnumerable<(LanguageRow, string)> Lines(string? iso, int lines, string answer) =>
        Enumerable.Repeat((new LanguageRow("x", "und", iso, null), answer), lines);
}
