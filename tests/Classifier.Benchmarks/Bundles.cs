using Classifier.Core.Models;

namespace Classifier.Benchmarks;

/// <summary>The champion of the repository that the benchmarks run in.</summary>
internal static class Bundles
{
    public static string Champion()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var bundles = Path.Combine(folder.FullName, "models", "bundles");
            if (File.Exists(Path.Combine(bundles, BundleFiles.Champion)))
            {
                return BundleFiles.ChampionFolder(bundles);
            }
        }

        throw new DirectoryNotFoundException("There is no models/bundles/champion above the program.");
    }
}
