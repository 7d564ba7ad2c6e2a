using Classifier.Core.Text;
using Classifier.Training.Fitting;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Fitting;

public sealed class LanguageLinesTests
{
    private static readonly LanguageRecipe Recipe = new()
    {
        ShortSpans = 0,
        Latin = new Dictionary<string, IReadOnlyList<string>> { ["nl"] = ["nld"], ["turkish"] = ["tur"] },
        Arabic = new Dictionary<string, IReadOnlyList<string>> { ["ckb"] = ["ckb"], ["persian"] = ["pes"] },
    };

    private static readonly LanguageSource[] All =
        [.. LanguageTexts.All.Select(t => new LanguageSource(t.Key, () => t.Value))];

    [Fact]
    public void Lines_of_one_script_have_the_classes_of_the_recipe_and_one_for_others()
    {
        var latin = Lines(Recipe, Script.Latin).Vectors(All);
        Assert.Equal(["nl", "turkish", "other"], latin.Classes);
        Assert.Equal([5, 5, 15], latin.ClassOf.CountBy(c => c).OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Equal(latin.ClassOf.Length, latin.Vectors.Length);
        var arabic = Lines(Recipe, Script.Arabic).Vectors(All);
        Assert.Equal(["ckb", "persian", "other"], arabic.Classes);
        Assert.Equal([5, 5, 5], arabic.ClassOf.CountBy(c => c).OrderBy(c => c.Key).Select(c => c.Value));
    }

    [Fact]
    public void A_source_named_by_its_tag_belongs_to_the_tag()
    {
        var vectors = Lines(Recipe, Script.Latin).Vectors([.. All, Source("nl", "De zon scheen de hele dag.")]);
        Assert.Equal(6, vectors.ClassOf.Count(c => c == 0));
    }

    [Fact]
    public void Lines_without_a_letter_of_the_script_are_left_out()
    {
        var sources = All.Append(Source("nl", "12 🔥", "", "هێزەکانی", "@naam https://example.org"));
        Assert.Equal(5, Lines(Recipe, Script.Latin).Vectors([.. sources]).ClassOf.Count(c => c == 0));
    }

    [Fact]
    public void Short_spans_are_added_to_lines_of_more_than_four_words()
    {
        var sources = All.Append(Source("nl", "Vier woorden zijn genoeg", "Vijf woorden zijn er genoeg"));
        var vectors = Lines(Recipe with { ShortSpans = 3 }, Script.Latin).Vectors([.. sources]);
        Assert.Equal((5 * 4) + 1 + 4, vectors.ClassOf.Count(c => c == 0));
    }

    [Fact]
    public void Short_spans_are_the_same_every_time()
    {
        var lines = Lines(Recipe with { ShortSpans = 2 }, Script.Latin);
        Assert.Equal(
            lines.Vectors(All).Vectors.SelectMany(v => v.Buckets),
            Lines(Recipe with { ShortSpans = 2 }, Script.Latin).Vectors(All).Vectors.SelectMany(v => v.Buckets));
    }

    [Theory]
    [InlineData(2, 3 * 2)]
    [InlineData(100, 3 * 5)]
    [InlineData(0, 3 * 5)]
    public void Only_sources_without_a_class_of_their_own_are_cut_short(int otherLines, int others)
    {
        var vectors = Lines(Recipe with { OtherLines = otherLines }, Script.Latin).Vectors(All);
        Assert.Equal([5, 5, others], vectors.ClassOf.CountBy(c => c).OrderBy(c => c.Key).Select(c => c.Value));
    }

    [Fact]
    public void A_copy_in_hasty_spelling_has_a_span_of_its_own()
    {
        using var folder = new TempFolder();
        var hasty = HastySpelling.Read(folder.WriteLines("hasty.tsv", "nl\tdat\tda", "nl\tniet\tni"));
        var recipe = Recipe with { ShortSpans = 2, Hasty = 1 };
        var sources = All.Append(Source("nl", "Dat moet je nu echt niet doen"));
        var vectors = new LanguageLines(recipe, hasty, Script.Latin).Vectors([.. sources]);
        var without = Lines(recipe with { Hasty = 0 }, Script.Latin).Vectors([.. sources]);
        Assert.InRange(vectors.ClassOf.Count(c => c == 0) - without.ClassOf.Count(c => c == 0), 2, 12);
        Assert.Equal(without.ClassOf.Count(c => c == 1), vectors.ClassOf.Count(c => c == 1));
    }

    [Fact]
    public void Words_behind_the_fortieth_say_nothing()
    {
        var forty = string.Join(' ', Enumerable.Repeat("woord", 40));
        var lines = Lines(Recipe, Script.Latin);
        var vectors = lines.Vectors([.. All, Source("nl", forty), Source("nl", forty + " anders")]).Vectors;
        Assert.Equal(vectors[^2].Buckets, vectors[^1].Buckets);
    }

    private static LanguageLines Lines(LanguageRecipe recipe, Script script) =>
        new(recipe, HastySpelling.Read("none"), script);

    private static LanguageSource Source(string name, params string[] lines) => new(name, () => lines);
}
