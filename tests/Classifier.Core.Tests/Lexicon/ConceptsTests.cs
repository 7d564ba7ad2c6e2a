using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

public sealed class ConceptsTests
{
    [Theory]
    [InlineData("loaded.sdf", "actor.sdf")]
    [InlineData("honor.turkey", "actor.turkey")]
    [InlineData("actor.sdf", null)]
    [InlineData("polarity.praise", null)]
    public void Names_with_a_colour_imply_their_actor(string concept, string? implied) =>
        Assert.Equal(implied, Concepts.Implied(concept));

    [Theory]
    [InlineData("actor.sdf", "sdf", true)]
    [InlineData("metonym.turkey", "turkey", true)]
    [InlineData("member.sdf", "sdf", true)]
    [InlineData("actor.sdf", "turkey", false)]
    [InlineData("actor.islamic_state", "state", false)]
    [InlineData("actor.sdf", "actor.sdf", false)]
    [InlineData("loaded.sdf", "sdf", false)]
    [InlineData("place.turkey", "turkey", false)]
    public void Actors_and_their_metonyms_mention_an_actor(string concept, string actor, bool mentions) =>
        Assert.Equal(mentions, Concepts.Mentions(concept, actor));

    [Theory]
    [InlineData("actor.sdf", true)]
    [InlineData("metonym.turkey", true)]
    [InlineData("member.coalition", true)]
    [InlineData("place.turkey", false)]
    [InlineData("forces", false)]
    public void Names_of_actors_are_told_from_other_concepts(string concept, bool names) =>
        Assert.Equal(names, Concepts.NamesAnActor(concept));
}
