using Classifier.Core;
using Classifier.Training.Comparison;

namespace Classifier.Training.Tests.Comparison;

public sealed class CardSectionTests : IDisposable
{
    private const string Card = "# Card\n\nText\n\n## Training\n\nrows\n\n## Sources of text\n\nend\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_section_goes_in_front_of_the_sources_and_is_replaced_the_next_time()
    {
        var path = _folder.Write("card.md", Card);
        CardSection.Put(path, "## Comparison", "first\n\n");
        CardSection.Put(path, "## Comparison", "second\n\n");
        Assert.Equal(
            Card.Replace("## Sources", "## Comparison\n\nsecond\n\n\n## Sources", StringComparison.Ordinal),
            File.ReadAllText(path));
    }

    [Fact]
    public void A_card_without_sources_gets_it_at_its_end()
    {
        var path = _folder.Write("card.md", "# Card\n");
        CardSection.Put(path, "## Comparison", "body\n");
        Assert.Equal("# Card\n\n## Comparison\n\nbody\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_card_that_is_not_there_is_named() => Assert.Contains(
        "nowhere.md",
        Assert.Throws<ClassifierException>(() => CardSection.Put("nowhere.md", "## A", "")).Message,
        StringComparison.Ordinal);
}
