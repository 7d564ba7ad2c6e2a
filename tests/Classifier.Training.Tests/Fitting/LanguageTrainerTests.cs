using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Training.Fitting;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Fitting;

public sealed class LanguageTrainerTests
{
    private static readonly LanguageSource[] All =
        [.. LanguageTexts.All.Select(t => new LanguageSource(t.Key, () => t.Value))];

    [Fact]
    public void Languages_of_the_recipe_that_the_text_lacks_are_named()
    {
        var recipe = new LanguageRecipe { Latin = Classes(("nl", "nld"), ("turkish", "tur"), ("kmr", "kmr")) };
        var error = Assert.Throws<ClassifierException>(() => LanguageTrainer.SourcesOf(
            [.. All.Where(s => s.Name is not ("tur" or "nld" or "kmr"))], recipe, Script.Latin));
        Assert.Contains("the text lacks: nld, tur, kmr.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_made_of_other_text_is_not_missed()
    {
        var recipe = new LanguageRecipe
        {
            NoiseLines = 1,
            Transliterated = 1,
            Latin = Classes(("noise", "noise"), ("sorani_latin", "ckb_Latn")),
        };
        var sources = LanguageTrainer.SourcesOf(All, recipe, Script.Latin).Select(s => s.Name);
        Assert.Equal(["ckb_Latn", "noise"], sources.Except(All.Select(s => s.Name)));
    }

    private static Dictionary<string, IReadOnlyList<string>> Classes(params (string Name, string File)[] classes) =>
        classes.ToDictionary(c => c.Name, c => (IReadOnlyList<string>)[c.File]);
}
