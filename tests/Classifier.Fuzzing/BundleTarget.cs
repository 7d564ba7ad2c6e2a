using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Recipes;
using Classifier.Training.Tests;

namespace Classifier.Fuzzing;

/// <summary>
/// Files of a bundle, damaged one at a time and read alone: many more than whole bundles in the same time. ML.NET's own
/// loader is not asked about them, as it is not where a bundle's hashes tell that a file is damaged.
/// </summary>
internal sealed class BundleTarget : IFuzzTarget
{
    private readonly TempFolder _folder = new();
    private readonly PassageClassifier _classifier;
    private readonly (string Name, Action<string> Read)[] _files;

    /// <param name="bundle">Folder of a small bundle; all its files are damaged.</param>
    public BundleTarget(string bundle)
    {
        _classifier = new(ModelBundle.Load(bundle));
        _files = [.. BundleSeeds.Names(bundle).Select(n => (n, ReaderOf(n)))];
        Seeds = BundleSeeds.Of(bundle);
    }

    public string Name => "bundle";

    public IReadOnlyList<byte[]> Seeds { get; }

    public Task TryAsync(byte[] input)
    {
        var ((name, read), content) = Choice.Split(input, _files);
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        try
        {
            read(path);
        }
        catch (ClassifierException)
        {
            // It says what is wrong, as it should.
        }
        finally
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Action<string> ReaderOf(string name) => name switch
    {
        BundleManifest.FileName => _ => BundleManifest.Read(_folder.Path),
        BundleFiles.Taxonomy => path => TaxonomyCatalog.Read(path),
        BundleFiles.Golden => _ => GoldenCheck.Verify(_classifier, _folder.Path),
        BundleFiles.Recipe => path => Recipe.Read(path),
        _ when name.StartsWith(BundleFiles.Lexicon, StringComparison.Ordinal) =>
            _ => ConceptLexicon.Read(_folder[BundleFiles.Lexicon]),
        _ => path => MlNetModelReader.Read(path, () => throw ClassifierException.BadBundle($"{path} was damaged.")),
    };
}
