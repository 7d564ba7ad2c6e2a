using Classifier.Core.Text;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.LanguageText;

public sealed class DerivedSourcesTests
{
    private static readonly LanguageSource[] All =
        [.. LanguageTexts.All.Select(t => new LanguageSource(t.Key, () => t.Value))];

    private static readonly LanguageRecipe Recipe = new()
    {
        Transliterated = 2,
        NoiseLines = 3,
        Latin =
            new Dictionary<string, IReadOnlyList<string>> { ["sorani_latin"] = ["ckb_Latn"], ["noise"] = ["noise"] },
        Arabic = new Dictionary<string, IReadOnlyList<string>> { ["kurmanji_arabic"] = ["kmr_Arab"] },
    };

    [Fact]
    public void Kurdish_comes_in_the_letters_of_the_other_script()
    {
        Assert.Equal([("kmr_Arab", 2)], Made(Recipe, Script.Arabic));
        var arabic = DerivedSources.Of(All, Recipe, Script.Arabic).Single().Lines().First();
        Assert.Equal(KurdishScripts.ToArabic(LanguageTexts.All["kmr"][0]), arabic);
    }

    [Fact]
    public void Latin_script_has_Sorani_and_noise() => Assert.Equal(
        [("ckb_Latn", 2), ("noise", 3), ("noise", 3), ("noise", 3), ("noise", 3), ("noise", 3), ("noise", 3)],
        Made(Recipe, Script.Latin));

    [Fact]
    public void Classes_that_the_recipe_does_not_name_are_not_made()
    {
        Assert.Empty(Made(Recipe with { Latin = new Dictionary<string, IReadOnlyList<string>>() }, Script.Latin));
        Assert.Empty(Made(Recipe with { Transliterated = 0 }, Script.Arabic));
    }

    private static IEnumerable<(string Name, int Lines)> Made(LanguageRecipe recipe, Script script) =>
        DerivedSources.Of(All, recipe, script).Select(s => (s.Name, s.Lines().Count()));
}
