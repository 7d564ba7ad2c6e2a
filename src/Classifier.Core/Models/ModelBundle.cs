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
        // Reading takes most of a start, and no part waits for another. What takes longest begins first, but for the
        // lexicon itself, which is read here meanwhile.
        var words = Path.Combine(folder, BundleFiles.Lexicon);
        var glossary = Task.Run(() => Glossary.Read(words));
        var buckets = manifest.Features.Buckets;
        var spec = manifest.Language.Spec;
        var events =
            Task.Run(() => WithVotes(folder, LoadLabels(folder, manifest.Events, buckets), manifest.EventVotes));
        var tags =
            Task.Run(async () => Together(LoadLabels(folder, manifest.Actors, buckets), await events, manifest.Events));
        var latin = Task.Run(() => LoadScript(folder, Script.Latin, manifest.Language.Latin, spec.LatinBits));
        var arabic = Task.Run(() => LoadScript(folder, Script.Arabic, manifest.Language.Arabic, spec.ArabicBits));
        var stance = Task.Run(() => Compiled(LoadClasses(folder, manifest.Stance, buckets)));
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
    /// <exception cref="ClassifierException">Missing, damaged, of another version, or labels that disagree.</exception>
    public static ModelBundle Load(string folder)
    {
        var manifest = BundleManifest.Read(folder);
        var intact = Task.Run(() => CheckHashes(folder, manifest));
        try
        {
            CheckShares(manifest);
            var bundle = new ModelBundle(folder, manifest);
            CheckLabels(bundle);
            return bundle;
        }
        finally
        {
            // Of files that are damaged, that they are is the error to tell, whatever else they led to.
            intact.GetAwaiter().GetResult();
        }
    }

    private static void CheckHashes(string folder, BundleManifest manifest)
    {
        foreach (var model in manifest.Files)
        {
            var path = Path.Combine(folder, model.File);
            if (!File.Exists(path) || WeightHash.OfFile(path) != model.Sha256)
            {
                throw ClassifierException.BadBundle(
                    $"{path} is missing or is not the file that the manifest names (SHA-256 differs).");
            }
        }

        var lexicon = Path.Combine(folder, BundleFiles.Lexicon);
        if (!Directory.Exists(lexicon) || BundleFiles.LexiconHash(lexicon) != manifest.LexiconSha256)
        {
            throw ClassifierException.BadBundle(
                $"{lexicon} is missing or is not the lexicon that the models were trained with.");
        }
    }

    private static void CheckLabels(ModelBundle bundle)
    {
        var (manifest, taxonomy) = (bundle.Manifest, bundle.Taxonomy);
        if (manifest.TaxonomyVersion != taxonomy.Version
            || !manifest.Actors.Labels.SequenceEqual(taxonomy.ActorIds)
            || !manifest.Events.Labels.SequenceEqual(taxonomy.EventIds)
            || !(manifest.Events.SharedLabels ?? taxonomy.ActorIds).SequenceEqual(taxonomy.ActorIds)
            || !manifest.Stance.Labels.SequenceEqual(taxonomy.StanceIds))
        {
            throw ClassifierException.BadBundle(
                $"Bundle {manifest.Version} was trained with taxonomy {manifest.TaxonomyVersion}, but holds "
                    + $"{taxonomy.Version} with other labels.");
        }
    }

    /// <summary>
    /// Only networks of events answer on another family as well, and words vote on what they answer on.
    /// </summary>
    private static void CheckShares(BundleManifest manifest)
    {
        var (events, votes) = (manifest.Events, manifest.EventVotes);
        if (manifest.Files.FirstOrDefault(f => f != events && f != votes && f.SharedLabels is not null) is { } file)
        {
            throw ClassifierException.BadBundle(
                $"The manifest shares labels with {file.File}; only the files of events can have such.");
        }

        if (votes is not null && !votes.AllLabels.SequenceEqual(events.AllLabels))
        {
            throw ClassifierException.BadBundle(
                $"{votes.File} is for other labels than {events.File} in the manifest.");
        }
    }

    private static LinearWeights Load(string folder, ModelFile file, int buckets)
    {
        var weights = MlNetModelReader.Read(Path.Combine(folder, file.File));
        var labels = file.AllLabels.Count();
        if (weights.Weights.Count != labels)
        {
            throw ClassifierException.BadBundle(
                $"{file.File} holds {weights.Weights.Count} models, the manifest names {labels} labels.");
        }

        var first = TagFamily.First(weights);
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
            : throw ClassifierException.BadBundle(
                $"{file.File} holds no calibrators; labels that do not exclude each other need them.");
    }

    private static LinearWeights WithVotes(string folder, LinearWeights family, ModelFile? file)
    {
        if (file is null)
        {
            return family;
        }

        var votes = MlNetModelReader.Read(Path.Combine(folder, file.File));
        var sums = family.Hidden?.Hidden?.Weights.Count ?? 0;
        return votes.Weights.Count == 2 * family.Weights.Count
            && votes.Hidden is { Hidden: null } units
            && units.Weights.All(w => w.Length == sums)
            ? family with { Votes = votes }
            : throw ClassifierException.BadBundle(
                $"{file.File} is no votes over units over the {sums} sums of events, two models for each of "
                    + $"{family.Weights.Count} labels.");
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

    private static LinearWeights LoadClasses(string folder, ModelFile file, int buckets)
    {
        var weights = Load(folder, file, buckets);
        return weights.Hidden is null
            ? weights
            : throw ClassifierException.BadBundle(
                $"{file.File} holds a hidden layer; exclusive classes can have none.");
    }

    private static ScriptModel LoadScript(string folder, Script script, ModelFile file, int bits)
    {
        var weights = LoadClasses(folder, file, 1 << bits);
        return new(script, Compiled(weights), file.Labels);
    }

    private static LinearModel Compiled(LinearWeights weights) => new(weights.Weights, weights.Bias);

    /// <summary>What a reading task gives, or the error itself that it ended with.</summary>
    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static IEnumerable<float> Cuts(ModelFile file) =>
        file.Labels.Select(l => file.Thresholds.TryGetValue(l, out var cut) ? cut : 0.5f);
}
