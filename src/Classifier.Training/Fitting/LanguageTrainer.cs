using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Fits the identifier of one script.</summary>
internal static class LanguageTrainer
{
    public static (FittedModel Model, IReadOnlyList<string> Classes) Fit(
        IReadOnlyList<LanguageSource> sources, Script script, Recipe recipe)
    {
        var data = new LanguageLines(recipe.Language, script).Vectors(sources);
        var bits = script == Script.Arabic ? recipe.Language.Features.ArabicBits : recipe.Language.Features.LatinBits;
        var model = LinearFitter.FitClasses(
            data.Vectors, data.ClassOf, data.Classes.Count, 1 << bits, recipe.Language.Fit, recipe.Seed);
        return (model, data.Classes);
    }
}
