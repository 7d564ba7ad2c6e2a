using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Fits the identifier of one script.</summary>
internal static class LanguageTrainer
{
    /// <summary>What the identifier of a script learns from: the text there is, and what is made of it.</summary>
    /// <exception cref="ClassifierException">A language that the recipe names for the script has no text.</exception>
    public static IReadOnlyList<LanguageSource> SourcesOf(
        IReadOnlyList<LanguageSource> text, LanguageRecipe recipe, Script script)
    {
        LanguageSource[] sources = [.. text, .. DerivedSources.Of(text, recipe, script)];
        var missing = recipe.ClassesOf(script).Values.SelectMany(files => files)
            .Except(sources.Select(s => s.Name)).ToList();
        return missing.Count == 0
            ? sources
            : throw new ClassifierException(
                ErrorKind.NotFound, "CORPUS_MISSING",
                $"The recipe names languages that the text lacks: {string.Join(", ", missing)}.");
    }

    public static (FittedModel Model, IReadOnlyList<string> Classes) Fit(
        IReadOnlyList<LanguageSource> sources, HastySpelling hasty, Script script, Recipe recipe)
    {
        var data = new LanguageLines(recipe.Language, hasty, script).Vectors(sources);
        var size = 1 << recipe.Language.Features.BitsOf(script);
        var (weights, bias) = MaxEntropyFitter.Fit(data, size, recipe.Language.Fit, recipe.Seed);
        for (var i = 0; i < bias.Length; i++)
        {
            bias[i] += MathF.Log(recipe.Language.Priors.GetValueOrDefault(data.Classes[i], 1));
        }

        return (MaxEntropyModel.Of(weights, bias), data.Classes);
    }
}
