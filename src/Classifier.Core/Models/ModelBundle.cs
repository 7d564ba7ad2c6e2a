using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>A bundle in memory: everything that tagging needs, compiled, checked and immutable.</summary>
public sealed class ModelBundle
{
    private ModelBundle(string folder, BundleManifest manifest)
    {
        // Reading the models takes most of a start, and none waits for another or for the lexicon.
        var buckets = manifest.Features.Buckets;
        var spec = manifest.Language.Spec;
        var readActors = Task.Run(() => LoadLabels(folder, manifest.Actors, buckets));
        var readEvents = Task.Run(() => LoadLabels(folder, manifest.Events, buckets));
        var readStance = Task.Run(() => LoadClasses(folder, manifest.Stance, buckets));
        var readLatin = Task.Run(() => LoadScript(folder, Script.Latin, manifest.Language.Latin, spec.LatinBits));
        var readArabic = Task.Run(() => LoadScript(folder, Script.Arabic, manifest.Language.Arabic, spec.ArabicBits));
        Manifest = manifest;
        Taxonomy = TaxonomyCatalog.Read(Path.Combine(folder, BundleFiles.Taxonomy));
        Lexicon = ConceptLexicon.Read(Path.Combine(folder, BundleFiles.Lexicon));
        Extractor = new FeatureExtractor(manifest.Features, Lexicon);
        Stances = new StanceFeatures(manifest.Features, Lexicon, manifest.Actors.Labels);
        var (actors, events, stance) = (Done(readActors), Done(readEvents), Done(readStance));
        Tags = new TagModel(actors, events);
        Thresholds = [.. Cuts(manifest.Actors), .. Cuts(manifest.Events)];
        StanceModel = new LinearModel(stance.Weights, stance.Bias);
        Identifier = new LanguageIdentifier(spec, [Done(readLatin), Done(readArabic)]);
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

    /// <summary>Loads a bundle, checks versions and hashes, compiles the models. Golden rows are checked apart.</summary>
    /// <exception cref="ClassifierException">Missing, damaged, of another version, or labels that disagree.</exception>
    public static ModelBundle Load(string folder)
    {
        var manifest = BundleManifest.Read(folder);
        CheckHashes(folder, manifest);
        var bundle = new ModelBundle(folder, manifest);
        CheckLabels(bundle);
        return bundle;
    }

    private static void CheckHashes(string folder, BundleManifest manifest)
    {
        foreach (var model in new[] { manifest.Actors, manifest.Events, manifest.Stance, manifest.Language.Latin, manifest.Language.Arabic })
        {
            var path = Path.Combine(folder, model.File);
            if (!File.Exists(path) || WeightHash.OfFile(path) != model.Sha256)
            {
                throw ClassifierException.BadBundle($"{path} is missing or is not the file that the manifest names (SHA-256 differs).");
            }
        }

        var lexicon = Path.Combine(folder, BundleFiles.Lexicon);
        if (!Directory.Exists(lexicon) || BundleFiles.LexiconHash(lexicon) != manifest.LexiconSha256)
        {
            throw ClassifierException.BadBundle($"{lexicon} is missing or is not the lexicon that the models were trained with.");
        }
    }

    private static void CheckLabels(ModelBundle bundle)
    {
        var (manifest, taxonomy) = (bundle.Manifest, bundle.Taxonomy);
        if (manifest.TaxonomyVersion != taxonomy.Version
            || !manifest.Actors.Labels.SequenceEqual(taxonomy.ActorIds)
            || !manifest.Events.Labels.SequenceEqual(taxonomy.EventIds)
            || !manifest.Stance.Labels.SequenceEqual(taxonomy.StanceIds))
        {
            throw ClassifierException.BadBundle(
                $"Bundle {manifest.Version} was trained with taxonomy {manifest.TaxonomyVersion}, but holds {taxonomy.Version} with other labels.");
        }
    }

    private static LinearWeights Load(string folder, ModelFile file, int buckets)
    {
        var weights = MlNetModelReader.Read(Path.Combine(folder, file.File));
        if (weights.Weights.Count != file.Labels.Count)
        {
            throw ClassifierException.BadBundle(
                $"{file.File} holds {weights.Weights.Count} models, the manifest names {file.Labels.Count} labels.");
        }

        var first = weights.Hidden ?? weights;
        return first.Weights.All(w => w.Length == buckets)
            ? weights
            : throw ClassifierException.BadBundle(
                $"{file.File} holds weights of {first.Weights[0].Length} buckets, the manifest names {buckets}.");
    }

    private static LinearWeights LoadLabels(string folder, ModelFile file, int buckets)
    {
        var weights = Load(folder, file, buckets);
        return weights.Calibrations.Count > 0
            ? weights
            : throw ClassifierException.BadBundle($"{file.File} holds no calibrators; labels that do not exclude each other need them.");
    }

    private static LinearWeights LoadClasses(string folder, ModelFile file, int buckets)
    {
        var weights = Load(folder, file, buckets);
        return weights.Hidden is null
            ? weights
            : throw ClassifierException.BadBundle($"{file.File} holds a hidden layer; exclusive classes can have none.");
    }

    private static ScriptModel LoadScript(string folder, Script script, ModelFile file, int bits)
    {
        var weights = LoadClasses(folder, file, 1 << bits);
        return new(script, new LinearModel(weights.Weights, weights.Bias), file.Labels);
    }

    /// <summary>What a reading task gives, or the error itself that it ended with.</summary>
    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static IEnumerable<float> Cuts(ModelFile file) =>
        file.Labels.Select(l => file.Thresholds.TryGetValue(l, out var cut) ? cut : 0.5f);
}
