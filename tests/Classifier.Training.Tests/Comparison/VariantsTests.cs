using Classifier.Core;
using Classifier.Training.Comparison;

namespace Classifier.Training.Tests.Comparison;

public sealed class VariantsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_change_is_merged_into_the_recipe()
    {
        var variants =
            Read("""[{"name":"wide","change":{"features":{"bits":14},"actors":{"l2":0.5,"minCount":null}}}]""");
        var (name, recipe) = Assert.Single(variants);
        Assert.Equal(
            ("wide", 14, 0.5f, 20, 2),
            (name, recipe.Features.Bits, recipe.Actors.L2, recipe.Actors.Iterations, recipe.Actors.MinCount));
        Assert.Equal(("tiny", 7), (recipe.Version, recipe.Seed));
    }

    [Theory]
    [InlineData("{}", "is not a list of variants")]
    [InlineData("""[{"name":"odd","change":{"actors":{"trainer":"svm"}}}]""", "actors.trainer is svm")]
    [InlineData("""[{"name":"odd","change":{"colour":1}}]""", "Variant 'odd' is not a recipe")]
    public void What_is_no_variant_is_refused(string json, string what) => Assert.Contains(
        what, Assert.Throws<ClassifierException>(() => Read(json)).Message, StringComparison.Ordinal);

    private IReadOnlyList<(string Name, Training.Recipes.Recipe Recipe)> Read(string json) =>
        Variants.Read(_folder.Write("variants.json", json), Path.Combine(TinyModels.Source, "recipe.json"));
}
