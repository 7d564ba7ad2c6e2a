using Classifier.Core.Models;
using Classifier.Core.Tests;

[assembly: AssemblyFixture(typeof(SharedBundle))]

namespace Classifier.Core.Tests;

/// <summary>The shipped bundle, loaded once, by the first test that needs it.</summary>
public sealed class SharedBundle
{
    private readonly Lazy<string> _folder = new(() => BundleFiles.ChampionFolder(FindBundles()));
    private readonly Lazy<PassageClassifier> _classifier;

    public SharedBundle()
    {
        _classifier = new(() => new PassageClassifier(ModelBundle.Load(Folder)));
    }

    public string Folder => _folder.Value;

    public ModelBundle Bundle => Classifier.Bundle;

    public PassageClassifier Classifier => _classifier.Value;

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
