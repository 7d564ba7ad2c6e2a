using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;

namespace Classifier.Fuzzing;

/// <summary>
/// Files of a bundle, damaged one at a time and read as they are, since hashes would stop most of the damage.
/// </summary>
internal sealed class BundleTarget : IFuzzTarget
{
    private readonly string _folder = Directory.CreateTempSubdirectory("classifier-fuzz-").FullName;
    private readonly PassageClassifier _classifier;
    private readonly (string Name, Action<string> Read)[] _files;

    /// <param name="bundle">Folder of a small bundle.</param>
    public BundleTarget(string bundle)
    {
        _classifier = new(ModelBundle.Load(bundle));
        _files =
        [
            (BundleManifest.FileName, _ => BundleManifest.Read(_folder)),
            (BundleFiles.Taxonomy, path => TaxonomyCatalog.Read(path)),
            (BundleFiles.Golden, _ => GoldenCheck.Verify(_classifier, _folder)),
            (BundleFiles.Actors, path => MlNetModelReader.Read(path)),
            (BundleFiles.LanguageLatin, path => MlNetModelReader.Read(path)),
            (Lexicon(bundle), _ => Compile(Path.Combine(_folder, BundleFiles.Lexicon))),
        ];
        Directory.CreateDirectory(Path.Combine(_folder, BundleFiles.Lexicon));
        Seeds = [.. _files.Select((f, i) => (byte[])[(byte)i, .. File.ReadAllBytes(Path.Combine(bundle, f.Name))])];
    }

    public string Name => "bundle";

    /// <summary>The first byte tells which file it is.</summary>
    public IReadOnlyList<byte[]> Seeds { get; }

    public Task TryAsync(byte[] input)
    {
        var (name, read) = _files[input.Length == 0 ? 0 : input[0] % _files.Length];
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, input.Length == 0 ? [] : input[1..]);
        try
        {
            read(path);
        }
        catch (ClassifierException)
        {
            // It says what is wrong, as it should.
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }

    private static ConceptLexicon Compile(string lexicon) => new(LexiconReader.ReadFolder(lexicon));

    private static string Lexicon(string bundle) => Path.GetRelativePath(
        bundle,
        Directory.EnumerateFiles(Path.Combine(bundle, BundleFiles.Lexicon), "*.tsv")
            .Order(StringComparer.Ordinal).First());
}
