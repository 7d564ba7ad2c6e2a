using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>A bundle in memory: everything that tagging needs, compiled, checked and immutable.</summary>
public sealed class ModelBundle
{
    private ModelBundle(string folder, BundleManifest manifest, PartReaders readers, Task intact)
    {
        // Reading takes most of a start, and no part waits for another. What takes longest begins first, but for the
        // lexicon itself, which is read here meanwhile.
        var words = Path.Combine(folder, BundleFiles.Lexicon);
        var glossary = readers.Begin(() => Glossary.Read(words));
        var files = new ModelFiles(folder, intact);
        var buckets = manifest.Features.Buckets;
        var spec = manifest.Language.Spec;
        var events = readers.Begin(() => files.WithVotes(files.Labels(manifest.Events, buckets), manifest.EventVotes));
        var tags = readers.Begin(
            async () => Together(files.Labels(manifest.Actors, buckets), await events, manifest.Events));
        var latin = readers.Begin(() => Identifying(files, Script.Latin, manifest.Language.Latin, spec.LatinBits));
        var arabic = readers.Begin(() => Identifying(files, Script.Arabic, manifest.Language.Arabic, spec.ArabicBits));
        var stance = readers.Begin(() => Compiled(files.Classes(manifest.Stance, buckets)));
        Manifest = manifest;
        Taxonomy = TaxonomyCatalog.Read(Path.Combine(folder, BundleFiles.Taxonomy));
        Lexicon = ConceptLexicon.Read(words, glossary);
        Extractor = new FeatureExtractor(manifest.Features, Lexicon);
        Stances = new StanceFeatures(manifest.Features, Lexicon, manifest.Actors.Labels);
        Thresholds = [.. Cuts(manifest.Actors), .. Cuts(manifest.Events)];
        Tags = Done(tags);
        StanceModel = Done(stance);
        Identifier = new LanguageIdentifier(spec, [Done(latin), Done(arabic)]);
    }

    public BundleManifest Manifest { get; }

    public TaxonomyCatalog Taxonomy { get; }

    public ConceptLexicon Lexicon { get; }

    public LanguageIdentifier Identifier { get; }

    public FeatureExtractor Extractor { get; }

    public StanceFeatures Stances { get; }

    /// <summary>Actors first, then event types, in the manifest's order.</summary>
    public TagModel Tags { get; }

    public IReadOnlyList<float> Thresholds { get; }

    public LinearModel StanceModel { get; }

    /// <summary>
    /// Loads a bundle, checks versions and hashes, compiles the models. Golden rows are checked apart.
    /// </summary>
    /// <exception cref="ClassifierException">
    /// Missing, damaged, changed after training, of another version, or labels that disagree.
    /// </exception>
    public static ModelBundle Load(string folder)
    {
        var manifest = BundleManifest.Read(folder);
        using var readers = new PartReaders();
        var intact = readers.Begin(() => BundleChecks.Hashes(folder, manifest));
        var unchanged = readers.Begin(() => BundleChecks.Unchanged(folder, manifest));
        try
        {
            BundleChecks.Shares(manifest);
            var bundle = new ModelBundle(folder, manifest, readers, intact);
            BundleChecks.Labels(manifest, bundle.Taxonomy);
            unchanged.GetAwaiter().GetResult();
            return bundle;
        }
        finally
        {
            // Of files that are damaged, that they are is the error to tell, whatever else they led to.
            intact.GetAwaiter().GetResult();
        }
    }

    /// <summary>Both families of tags, the actors' own models beside a network that answers on both.</summary>
    private static TagModel Together(LinearWeights actors, LinearWeights events, ModelFile file)
    {
        if (file.SharedLabels is null)
        {
            return new(actors, events);
        }

        return actors.Hidden is null && events.Hidden is not null
            ? new(events with { Beside = actors })
            : throw ClassifierException.BadBundle(
                $"{file.File} answers on actors as well, which takes a hidden layer there and none in the actors' own "
                    + "file.");
    }

    private static ScriptModel Identifying(ModelFiles files, Script script, ModelFile file, int bits) =>
        new(script, Compiled(files.Classes(file, 1 << bits)), file.Labels);

    private static LinearModel Compiled(LinearWeights weights) => new(weights.Weights, weights.Bias);

    /// <summary>What a reading task gives, or the error itself that it ended with.</summary>
    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>Thresholds of a file's labels; a bundle in which one is missing is refused once it is read.</summary>
    private static IEnumerable<float> Cuts(ModelFile file) =>
        file.Labels.Select(l => file.Thresholds.GetValueOrDefault(l, float.NaN));
}
