using System.CommandLine;
using System.Globalization;
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

    /// <summary>Bounds a number. What is no number at all is the parser's to tell, so it is let pass here.</summary>
    public static Option<int> Within(this Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            var given = result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
            if (int.TryParse(given, CultureInfo.InvariantCulture, out var number) && (number < least || number > most))
            {
                result.AddError($"{option.Name} is {given}; allowed is {least} to {most}.");
            }
        });
        return option;
    }

    /// <summary>The recipe that an option names, or the repository's.</summary>
    public static string RecipeOf(string? given) => given ?? Path.Combine(Repository.ModelsFolder(), "recipe.json");

    /// <summary>Loads the bundle that an option names, and checks that it still says what it said when it was written.</summary>
    public static PassageClassifier Load(string? bundle)
    {
        var folder = bundle ?? Repository.ChampionFolder();
        var classifier = new PassageClassifier(ModelBundle.Load(folder));
        GoldenCheck.Verify(classifier, folder);
        return classifier;
    }
}
