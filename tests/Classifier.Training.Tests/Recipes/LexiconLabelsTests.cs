using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Training.Recipes;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Recipes;

public sealed class LexiconLabelsTests
{
    [Theory]
    [InlineData("actor.sdf")]
    [InlineData("honor.sdf")]
    [InlineData("event.protest")]
    [InlineData("other.nobody")]
    [InlineData("place.nowhere")]
    [InlineData("reporting")]
    public void Labels_and_the_families_beside_them_are_taken(string concept) => Check(concept);

    [Theory]
    [InlineData("actor.sdfx", "names no actor of taxonomy")]
    [InlineData("actor.", "names no actor of taxonomy")]
    [InlineData("actor.protest", "names no actor of taxonomy")]
    [InlineData("metonym.sdfx", "names no actor of taxonomy")]
    [InlineData("member.sdfx", "names no actor of taxonomy")]
    [InlineData("loaded.sdfx", "names no actor of taxonomy")]
    [InlineData("honor.sdfx", "names no actor of taxonomy")]
    [InlineData("event.picnic", "names no event type of taxonomy")]
    public void A_name_that_no_label_has_is_refused_with_its_row(string concept, string what)
    {
        var message = Assert.Throws<ClassifierException>(() => Check(concept)).Message;
        Assert.Contains($"'{concept}', en, 'w*' {what}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lexicon_of_the_repository_is_good() => Assert.NotEmpty(
        RecipeInputs.Read(Path.Combine(Classifier.Training.Commands.Repository.ModelsFolder(), "recipe.json")).Entries);

    private static void Check(string concept) =>
        LexiconLabels.Check([new LexiconEntry(concept, "en", "w*", false, null, null)], Rows.Taxonomy);
}
