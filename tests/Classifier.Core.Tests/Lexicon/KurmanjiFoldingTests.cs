using Classifier.Core.Language;
using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

/// <summary>Folding makes şer (war) and ser (on, head) one word, so diacritics count where a text has them.</summary>
public sealed class KurmanjiFoldingTests
{
    private readonly ConceptLexicon _lexicon = Found.Lexicon("event.armed_clash kmr şer");

    [Theory]
    [InlineData("Li bajêr şer heye", 1)]
    [InlineData("Em ê li ser rê ne", 0)]
    [InlineData("Li bajer ser heye", 1)]
    public void Diacritics_count_where_the_text_has_them(string text, int hits) =>
        Assert.Equal(hits, Found.Hits(_lexicon, text, Languages.Kurmanji).Count);

    [Fact]
    public void Other_languages_match_without_diacritics()
    {
        var lexicon = Found.Lexicon("place.north_east_syria * Kobanê");
        Assert.Single(Found.Hits(lexicon, "in Kobane çok güzel", Languages.English));
        Assert.Single(Found.Hits(lexicon, "in Kobanê", Languages.Dutch));
    }

    [Fact]
    public void Decomposed_text_matches_like_composed_text() =>
        Assert.Single(Found.Hits(_lexicon, "Li baje\u0302r s\u0327er heye", Languages.Kurmanji));
}
