using Classifier.Core.Features;

namespace Classifier.Core.Tests.Features;

/// <summary>The numbers were worked out by a second program; another number would orphan every trained model.</summary>
public sealed class FeatureHashTests
{
    [Theory]
    [InlineData(1u, "", 90457223u)]
    [InlineData(1u, "ypg", 4133256072u)]
    [InlineData(2u, "ypg", 3015844022u)]
    [InlineData(4u, " şe", 2724783582u)]
    [InlineData(1u, "کوردستان", 4215225248u)]
    [InlineData(6u, "actor.sdf", 445189195u)]
    [InlineData(4u, "🙏", 2371049461u)]
    public void Texts_have_the_hashes_they_always_had(uint seed, string text, uint hash) =>
        Assert.Equal(hash, FeatureHash.Of(seed, text));

    [Fact]
    public void The_steps_have_the_values_they_always_had()
    {
        Assert.Equal(84696351u, FeatureHash.Begin(0));
        Assert.Equal(67918732u, FeatureHash.Begin(1));
        Assert.Equal(0u, FeatureHash.Finish(0));
        Assert.Equal(1364076727u, FeatureHash.Finish(1));
        Assert.Equal(2180083513u, FeatureHash.Finish(uint.MaxValue));
        Assert.Equal(769944257u, FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(7), 0x12345678u)));
    }

    [Fact]
    public void A_text_may_be_added_in_pieces()
    {
        var whole = FeatureHash.Add(FeatureHash.Begin(3), "de ypg");
        var pieces = FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(3), "de"), ' '), "ypg");
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void Blocks_have_the_seeds_they_always_had()
    {
        uint[] seeds =
        [
            Blocks.Word, Blocks.Folded, Blocks.Bigram, Blocks.Chars, Blocks.Subword, Blocks.Concept,
            Blocks.ConceptTwice, Blocks.ConceptPair, Blocks.WordConcept, Blocks.ConceptWord, Blocks.Cue,
            Blocks.ConceptTogether,
        ];
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (uint)i), seeds);
        uint[] stance =
        [
            Blocks.StanceConcept, Blocks.StanceNear, Blocks.StanceWord, Blocks.StancePassageWord, Blocks.StanceOrder,
            Blocks.StanceActor, Blocks.StanceCue, Blocks.StanceChars,
        ];
        Assert.Equal(Enumerable.Range(20, 8).Select(i => (uint)i), stance);
    }

    [Fact]
    public void Low_bits_spread_evenly()
    {
        var counts = new int[64];
        for (var i = 0; i < 64_000; i++)
        {
            counts[FeatureHash.Of(1, $"woord{i}") & 63]++;
        }

        Assert.All(counts, c => Assert.InRange(c, 850, 1150));
    }
}
