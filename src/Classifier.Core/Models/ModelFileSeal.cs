using System.Globalization;

namespace Classifier.Core.Models;

/// <summary>
/// Holds together what a manifest says of a model file. The bytes of a file are hashed whenever it is opened; hashing
/// the weights in them, six times as many, would take 45 ms of a core more at each start, and several times that on
/// processors without instructions for it. Training knows both hashes, and the seal tells that they, labels and
/// thresholds are still the ones that it wrote.
/// </summary>
public static class ModelFileSeal
{
    /// <summary>The same with its seal, to be written once all else is set.</summary>
    public static ModelFile Sealed(this ModelFile file) => file with { Seal = Of(file) };

    /// <summary>SHA-256 over everything but the seal, 64 lower-case hex digits; thresholds in any order.</summary>
    internal static string Of(ModelFile file) => WeightHash.Combine(
    [
        $"file {file.File}",
        $"sha256 {file.Sha256}",
        $"weights {file.WeightHash}",
        .. file.Labels.Select(l => $"label {l}"),
        .. (file.SharedLabels ?? []).Select(l => $"shared {l}"),
        .. file.Thresholds.Keys.Order(StringComparer.Ordinal).Select(l => $"threshold {l} {Told(file.Thresholds[l])}"),
    ]);

    private static string Told(float cut) => cut.ToString("R", CultureInfo.InvariantCulture);
}
