namespace Classifier.Core.Models;

/// <summary>Reads the weights in a bundle's files, and refuses what is not as the manifest tells.</summary>
/// <param name="folder">The bundle's folder.</param>
/// <param name="intact">Ends when all files are known to be as they were written, or with what is wrong.</param>
internal sealed class ModelFiles(string folder, Task intact)
{
    /// <summary>Labels that do not exclude each other, which are calibrated.</summary>
    public LinearWeights Labels(ModelFile file, int buckets)
    {
        var weights = Sized(file, buckets);
        return weights.Calibrations.Count > 0
            ? weights
            : throw ClassifierException.BadBundle(
                $"{file.File} holds no calibrators; labels that do not exclude each other need them.");
    }

    /// <summary>Classes that exclude each other.</summary>
    public LinearWeights Classes(ModelFile file, int buckets)
    {
        var weights = Sized(file, buckets);
        return weights.Hidden is null
            ? weights
            : throw ClassifierException.BadBundle(
                $"{file.File} holds a hidden layer; exclusive classes can have none.");
    }

    /// <summary>A family with what single words add to it; as it is where there is no file for that.</summary>
    public LinearWeights WithVotes(LinearWeights family, ModelFile? file)
    {
        if (file is null)
        {
            return family;
        }

        var votes = Read(file);
        var sums = family.Hidden?.Hidden?.Weights.Count ?? 0;
        return votes.Weights.Count == 2 * family.Weights.Count
            && votes.Hidden is { Hidden: null } units
            && units.Weights.All(w => w.Length == sums)
            ? family with { Votes = votes }
            : throw ClassifierException.BadBundle(
                $"{file.File} is no votes over units over the {sums} sums of events, two models for each of "
                    + $"{family.Weights.Count} labels.");
    }

    private LinearWeights Sized(ModelFile file, int buckets)
    {
        var weights = Read(file);
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

    /// <summary>Where there is a seal, it and the hash of the file's bytes vouch for the weights.</summary>
    private LinearWeights Read(ModelFile file)
    {
        var weights = MlNetModelReader.Read(
            Path.Combine(folder, file.File), () => intact.GetAwaiter().GetResult());
        var hash = file.Seal is null ? WeightHash.Of(weights) : file.WeightHash;
        return hash == file.WeightHash
            ? weights
            : throw ClassifierException.BadBundle(
                $"{file.File} holds weights of hash {hash}, the manifest names {file.WeightHash}.");
    }
}
