using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Models;
using Classifier.Training.Tests;

namespace Classifier.Fuzzing;

/// <summary>
/// Whole bundles with one damaged file, opened as the service does. The manifest vouches for the file, since hashes
/// would stop nearly all that was damaged.
/// </summary>
internal sealed class LoadTarget : IFuzzTarget
{
    private readonly TempFolder _bundles = new();
    private readonly string _bundle;
    private readonly string[] _names;

    /// <param name="bundle">Folder of a small bundle; all its files are damaged.</param>
    public LoadTarget(string bundle)
    {
        _bundle = _bundles[Path.GetFileName(bundle)];
        _names = BundleSeeds.Names(bundle);
        Seeds = BundleSeeds.Of(bundle);
        foreach (var name in _names)
        {
            var copy = Path.Combine(_bundle, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(bundle, name), copy);
        }
    }

    public string Name => "load";

    public IReadOnlyList<byte[]> Seeds { get; }

    private string Manifest => Path.Combine(_bundle, BundleManifest.FileName);

    public Task TryAsync(byte[] input)
    {
        var (name, content) = Choice.Split(input, _names);
        var path = Path.Combine(_bundle, name);
        var (manifest, sound) = (File.ReadAllText(Manifest), File.ReadAllBytes(path));
        var hash = HashOf(name);
        File.WriteAllBytes(path, content);
        if (path != Manifest)
        {
            File.WriteAllText(Manifest, manifest.Replace(hash, HashOf(name), StringComparison.Ordinal));
        }

        try
        {
            Use(VerifiedBundle.Open(_bundle));
        }
        catch (ClassifierException)
        {
            // It says what is wrong, as it should.
        }
        finally
        {
            File.WriteAllBytes(path, sound);
            File.WriteAllText(Manifest, manifest);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _bundles.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The hash that the manifest has of a file, if it has one.</summary>
    private string HashOf(string name) => name.StartsWith(BundleFiles.Lexicon, StringComparison.Ordinal)
        ? BundleFiles.LexiconHash(Path.Combine(_bundle, BundleFiles.Lexicon))
        : WeightHash.OfFile(Path.Combine(_bundle, name));

    /// <summary>What was loaded all the same answers, whatever it says.</summary>
    private static void Use(PassageClassifier classifier)
    {
        foreach (var text in FuzzSeeds.Texts)
        {
            classifier.TagDocument(text, new(null, WithEvidence: true));
            classifier.DetectSpans(text);
        }
    }
}
