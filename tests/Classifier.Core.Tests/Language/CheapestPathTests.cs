using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Language;

public sealed class CheapestPathTests
{
    [Fact]
    public void No_token_has_no_path() => Assert.Empty(CheapestPath.Find([], [], 3));

    [Fact]
    public void A_token_that_points_elsewhere_stays_with_its_surroundings() =>
        Assert.Equal([1, 1, 1, 1, 1], Path("11211"));

    [Fact]
    public void A_long_run_is_followed() => Assert.Equal([1, 1, 1, 2, 2, 2, 2, 1, 1, 1], Path("1112222111"));

    [Fact]
    public void Where_a_sentence_ends_less_is_enough()
    {
        Assert.Equal([1, 1, 1, 2], Path("111.2", cost: 3));
        Assert.Equal([1, 1, 1, 1], Path("1112", cost: 3));
    }

    [Fact]
    public void Tokens_that_tell_nothing_follow_those_around_them() => Assert.Equal([2, 2, 2, 2, 2], Path("--2--"));

    [Fact]
    public void The_unknown_language_costs_more_to_enter()
    {
        Assert.Equal([1, 1, 1, 0], Path("111.0", cost: 5.5f));
        Assert.Equal([1, 1, 1, 1], Path("111.0", cost: 4.5f));
    }

    [Fact]
    public void A_hundred_thousand_tokens_lose_no_difference()
    {
        var path = Path(new string('1', 100_000) + "2222");
        Assert.Equal([1, 2, 2, 2, 2], path[^5..]);
    }

    /// <summary>A digit is the tag that costs nothing at a token, a hyphen none, a point a sentence's end.</summary>
    private static byte[] Path(string text, float cost = 3.9f)
    {
        var tokens = new List<Token>();
        var costs = new List<float>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '.')
            {
                tokens.Add(new(i, i + 1, TokenKind.Word, false, i > 0 && text[i - 1] == '.', 0, false));
                costs.AddRange(Enumerable.Range(0, 3).Select(t => text[i] == '-' || text[i] == '0' + t ? 0 : cost));
            }
        }

        return CheapestPath.Find(tokens.ToArray(), costs.ToArray(), 3);
    }
}
