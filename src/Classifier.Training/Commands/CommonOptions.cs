using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Bundle() => new("--bundle", "-b")
    {
        Description = "Folder of a bundle; the champion under models/bundles where it is left out.",
        HelpName = "DIR",
    };

    public static Option<string?> Recipe() => new("--recipe", "-r")
    {
        Description = "The recipe; models/recipe.json where it is left out.",
        HelpName = "FILE",
    };

    /// <summary>
    /// Bounds a number, written with a point on every machine; the parser's own way would follow its language.
    /// </summary>
    public static Option<T> Within<T>(this Option<T> option, T least, T most)
        where T : INumber<T>
    {
        option.CustomParser = result =>
        {
            var given = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (T.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} is {given}; allowed is {least} to {most}."));
            return least;
        };
        return option;
    }

    /// <summary>The recipe that an option names, or the repository's.</summary>
    public static string RecipeOf(string? given) => given ?? Path.Combine(Repository.ModelsFolder(), "recipe.json");

    /// <summary>
    /// Loads the bundle that an option names, and checks that it still says what it said when it was written.
    /// </summary>
    public static PassageClassifier Load(string? bundle)
    {
        var folder = bundle ?? Repository.ChampionFolder();
        var classifier = new PassageClassifier(ModelBundle.Load(folder));
        GoldenCheck.Verify(classifier, folder);
        return classifier;
    }
}
