using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests.Features;

public sealed class NearestTargetTests
{
    private static readonly Gen<ConceptHit[]> Hits = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 4])
        .Select(t => new ConceptHit(0, t.Item1, t.Item1 + t.Item2, false)).Array[0, 15]
        .Select(hits => hits.OrderBy(h => h.First).ThenBy(h => h.Last).ToArray());

    /// <summary>Fifty words, in sentences of ten.</summary>
    private static readonly Token[] Tokens =
        [.. Enumerable.Range(0, 50)
            .Select(i => new Token(i, i + 1, TokenKind.Word, false, i % 10 == 0, i / 10, false))];

    [Fact]
    public void No_target_has_a_place_of_its_own() =>
        Assert.Equal(9u, new NearestTarget([]).Place(Tokens, new(0, 3, 3, false)));

    [Theory]
    [InlineData(9, 1u)]
    [InlineData(6, 3u)]
    [InlineData(0, 5u)]
    [InlineData(13, 6u)]
    public void Side_distance_and_sentence_make_the_place(int target, uint place)
    {
        ConceptHit[] targets = [new(0, target, target, false)];
        var hit = target < 10 ? 9 : 3;
        Assert.Equal(target == 9 ? 0u : place, new NearestTarget(targets).Place(Tokens, new(0, hit, hit, false)));
    }

    [Fact]
    public void The_place_is_that_of_a_search_among_all_targets() => Gen.Select(Hits, Hits).Sample(
        (targets, hits) =>
        {
            var nearest = new NearestTarget(targets);
            foreach (var hit in hits)
            {
                Assert.Equal(Searched(targets, hit), nearest.Place(Tokens, hit));
            }
        },
        iter: 2000);

    private static uint Searched(ConceptHit[] targets, ConceptHit hit)
    {
        if (targets.Length == 0)
        {
            return 9;
        }

        var nearest = targets.MinBy(t => Distance(t, hit));
        var distance = Distance(nearest, hit);
        var step = Tokens[nearest.First].Sentence != Tokens[hit.First].Sentence
            ? 3u
            : distance <= 2 ? 0u : distance <= 7 ? 1u : 2u;
        return (step * 2) + (hit.First > nearest.Last ? 1u : 0u);
    }

    private static int Distance(ConceptHit target, ConceptHit hit) =>
        hit.First > target.Last ? hit.First - target.Last : Math.Max(0, target.First - hit.Last);
}
