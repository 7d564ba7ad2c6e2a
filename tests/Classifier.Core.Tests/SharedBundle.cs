using Classifier.Core.Models;
using Classifier.Core.Tests;

[assembly: AssemblyFixture(typeof(SharedBundle))]

namespace Classifier.Core.Tests;

/// <summary>The shipped bundle, loaded once for all tests.</summary>
public sealed class SharedBundle
{
    public string Folder { get; } = BundleFiles.ChampionFolder(FindBundles());

    public ModelBundle Bundle => Classifier.Bundle;

    public PassageClassifier Classifier { get; }

    public SharedBundle()
    {
        Classifier = new PassageClassifier(ModelBundle.Load(Folder));
    }

    private static string FindBundles()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var bundles = Path.Combine(folder.FullName, "models", "bundles");
            if (Directory.Exists(bundles))
            {
                return bundles;
            }
        }

        throw new InvalidOperationException($"No models/bundles above {AppContext.BaseDirectory}.");
    }
}
