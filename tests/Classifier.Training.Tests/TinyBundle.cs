using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Tests;

/// <summary>A bundle trained from <see cref="TinyModels"/>, once for all tests. What it says is of no matter.</summary>
public sealed class TinyBundle : IDisposable
{
    private readonly TempFolder _models = new();

    public TinyBundle()
    {
        TinyModels.CopyTo(_models.Path);
        Folder = _models["bundle"];
        Manifest = TinyModels.Train(_models.Path, Folder);
        Classifier = new PassageClassifier(ModelBundle.Load(Folder));
    }

    public string Folder { get; }

    internal BundleManifest Manifest { get; }

    internal PassageClassifier Classifier { get; }

    public void Dispose() => _models.Dispose();
}
