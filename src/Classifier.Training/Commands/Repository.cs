using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Commands;

/// <summary>Finds the models folder: in the working folder or above it, else beside or above the program.</summary>
internal static class Repository
{
    private const string Models = "models";

    /// <exception cref="ClassifierException">There is none.</exception>
    public static string ModelsFolder() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new ClassifierException(
            ErrorKind.NotFound, "MODELS_MISSING",
            "There is no folder models/bundles here or above; run in the repository, or name a bundle with --bundle "
                + "or a recipe with --recipe, whichever the command has.");

    public static string BundlesFolder() => Path.Combine(ModelsFolder(), "bundles");

    public static string ChampionFolder() => BundleFiles.ChampionFolder(BundlesFolder());

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Models, "bundles")))
            {
                return Path.Combine(folder.FullName, Models);
            }
        }

        return null;
    }
}
