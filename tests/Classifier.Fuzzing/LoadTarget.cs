using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Models;
using Classifier.Training.Tests;

namespace Classifier.Fuzzing;

/// <summary>
/// Whole bundles with one damaged file, opened as the service does. The manifest vouches for the file, since hashes and
/// seals would stop nearly all that was damaged.
/// </summary>
internal sealed class LoadTarget : IFuzzTarget
{
    private readonly TempFolder _bundles = new();
    private readonly string _bundle;
    private readonly string[] _names;
    private readonly BundleManifest _manifest;

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

        _manifest = BundleManifest.Read(_bundle);
    }

    public string Name => "load";

    public IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>How many of the bundles were opened all the same.</summary>
    public int Opened { get; private set; }

    public Task TryAsync(byte[] input)
    {
        var (name, content) = Choice.Split(input, _names);
        var path = Path.Combine(_bundle, name);
        var sound = File.ReadAllBytes(path);
        File.WriteAllBytes(path, content);
        if (name != BundleManifest.FileName)
        {
            Vouched(_manifest).Write(_bundle);
        }

        try
        {
            Use(VerifiedBundle.Open(_bundle));
            Opened++;
        }
        catch (ClassifierException)
        {
            // It says what is wrong, as it should.
        }
        finally
        {
            File.WriteAllBytes(path, sound);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _bundles.Dispose();
        return ValueTask.CompletedTask;
    }

    private BundleManifest Vouched(BundleManifest manifest) => manifest with
    {
        Actors = Vouched(manifest.Actors),
        Events = Vouched(manifest.Events),
        EventVotes = manifest.EventVotes is { } votes ? Vouched(votes) : null,
        Stance = Vouched(manifest.Stance),
        Language = manifest.Language with
        {
            Latin = Vouched(manifest.Language.Latin),
            Arabic = Vouched(manifest.Language.Arabic),
        },
        LexiconSha256 = BundleFiles.LexiconHash(Path.Combine(_bundle, BundleFiles.Lexicon)),
        TaxonomySha256 = WeightHash.OfFile(Path.Combine(_bundle, BundleFiles.Taxonomy)),
    };

    private ModelFile Vouched(ModelFile file) =>
        (file with { Sha256 = WeightHash.OfFile(Path.Combine(_bundle, file.File)) }).Sealed();

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
