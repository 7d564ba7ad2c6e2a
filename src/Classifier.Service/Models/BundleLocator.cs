using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Hosting;

namespace Classifier.Service.Models;

/// <summary>Finds the bundle to serve.</summary>
internal static class BundleLocator
{
    private static readonly string Bundles = Path.Combine("models", "bundles");

    /// <summary>Folder of the bundle that the options name.</summary>
    /// <param name="options">The service's options.</param>
    /// <param name="root">Where the search for a folder of bundles starts.</param>
    public static string Find(ServiceOptions options, string root)
    {
        var bundles = options.BundlesFolder.Length > 0 ? Path.GetFullPath(options.BundlesFolder) : SearchUpwards(root);
        if (!Directory.Exists(bundles))
        {
            throw Missing($"There is no folder {bundles}, which Classifier:BundlesFolder names.");
        }

        return options.Bundle.Length > 0
            ? Path.Combine(bundles, options.Bundle)
            : BundleFiles.ChampionFolder(bundles);
    }

    private static string SearchUpwards(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var bundles = Path.Combine(folder.FullName, Bundles);
            if (Directory.Exists(bundles))
            {
                return bundles;
            }
        }

        throw Missing($"There is no folder {Bundles} in {root.TrimEnd(Path.DirectorySeparatorChar)} or above it.");
    }

    private static ClassifierException Missing(string message) => new(ErrorKind.NotFound, "BUNDLE_MISSING", message);
}
