using System.Globalization;
using Classifier.Core.Taxonomy;

namespace Classifier.Core.Models;

/// <summary>Refuses bundles whose files and manifest don't belong together, or were changed after training.</summary>
internal static class BundleChecks
{
    public static void Hashes(string folder, BundleManifest manifest)
    {
        foreach (var model in manifest.Files)
        {
            var path = Path.Combine(folder, model.File);
            if (Found(path, WeightHash.OfFile) != model.Sha256)
            {
                throw ClassifierException.BadBundle(
                    $"{path} is missing or is not the file that the manifest names (SHA-256 differs).");
            }
        }

        var lexicon = Path.Combine(folder, BundleFiles.Lexicon);
        if (Found(lexicon, BundleFiles.LexiconHash) != manifest.LexiconSha256)
        {
            throw ClassifierException.BadBundle(
                $"{lexicon} is missing or is not the lexicon that the models were trained with.");
        }
    }

    public static void Labels(BundleManifest manifest, TaxonomyCatalog taxonomy)
    {
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
    public static void Shares(BundleManifest manifest)
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

    /// <summary>Looks last at seals: what else is wrong tells more.</summary>
    public static void Unchanged(string folder, BundleManifest manifest)
    {
        Taxonomy(Path.Combine(folder, BundleFiles.Taxonomy), manifest);
        var path = Path.Combine(folder, BundleManifest.FileName);
        Thresholds(path, manifest);
        Seals(path, manifest);
    }

    private static void Taxonomy(string path, BundleManifest manifest)
    {
        if (manifest.TaxonomySha256 is { } named && Found(path, WeightHash.OfFile) != named)
        {
            throw ClassifierException.BadBundle(
                $"{path} is not the taxonomy that the models were trained with (SHA-256 differs).");
        }
    }

    private static void Thresholds(string path, BundleManifest manifest)
    {
        foreach (var file in manifest.Files)
        {
            var labels = file == manifest.Actors || file == manifest.Events ? file.Labels : [];
            if ((MissingThreshold(file, labels) ?? WrongThreshold(file, labels)) is { } fault)
            {
                throw ClassifierException.BadBundle($"{path}: {file.File} has {fault}.");
            }
        }
    }

    private static void Seals(string path, BundleManifest manifest)
    {
        if (manifest.Files.FirstOrDefault(f => f.Seal is { } seal && seal != ModelFileSeal.Of(f)) is { } file)
        {
            throw ClassifierException.BadBundle(
                $"{path}: hashes, labels or thresholds of {file.File} are not those that training wrote (weight hash "
                    + $"now {file.WeightHash}; their seal differs); restore the manifest, or train the bundle anew.");
        }
    }

    private static string? MissingThreshold(ModelFile file, IReadOnlyList<string> labels) =>
        labels.FirstOrDefault(l => !file.Thresholds.ContainsKey(l)) is { } label
            ? $"no threshold for {label}; each label needs one of more than 0 and less than 1"
            : null;

    private static string? WrongThreshold(ModelFile file, IReadOnlyList<string> labels)
    {
        var wrong =
            file.Thresholds.Keys.FirstOrDefault(l => !labels.Contains(l) || !IsBetween0And1(file.Thresholds[l]));
        if (wrong is null)
        {
            return null;
        }

        var told = $"threshold {file.Thresholds[wrong].ToString(CultureInfo.InvariantCulture)} for {wrong}";
        return labels.Contains(wrong) ? $"{told}; allowed is more than 0 and less than 1"
            : labels.Count == 0 ? $"{told}, but nothing that is given by one"
            : $"{told}, which is none of its labels: {string.Join(", ", labels)}";
    }

    private static bool IsBetween0And1(float cut) => cut > 0 && cut < 1;

    /// <summary>What is hashed; null where it isn't there.</summary>
    private static string? Found(string path, Func<string, string> hash)
    {
        try
        {
            return hash(path);
        }
        catch (Exception e) when (FileTrouble.IsMissing(e))
        {
            return null;
        }
    }
}
