using System.CommandLine;
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

    /// <summary>Loads the bundle that an option names.</summary>
    public static PassageClassifier Load(string? bundle) => new(ModelBundle.Load(bundle ?? Repository.ChampionFolder()));
}
