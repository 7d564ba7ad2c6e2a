using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Fits the identifier of one script.</summary>
internal static class LanguageTrainer
{
    public static (FittedModel Model, IReadOnlyList<string> Classes) Fit(
        IReadOnlyList<LanguageSource> sources, HastySpelling hasty, Script script, Recipe recipe)
    {
        var all = sources.Concat(DerivedSources.Of(sources, recipe.Language, script)).ToList();
        var data = new LanguageLines(recipe.Language, hasty, script).Vectors(all);
        var size = 1 << recipe.Language.Features.BitsOf(script);
        var (weights, bias) = MaxEntropyFitter.Fit(data, size, recipe.Language.Fit, recipe.Seed);
        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] += MathF.Log(recipe.Language.Priors.GetValueOrDefault(data.Classes[i], 1));
        }

        return (MaxEntropyModel.Of(weights, bias), data.Classes);
    }
}
