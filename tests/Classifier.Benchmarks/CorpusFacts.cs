using System.Globalization;
using Classifier.Benchmarks.Comparison;
using Classifier.Core.Models;
using Classifier.Training.Bundles;
using Classifier.Training.Corpus;

namespace Classifier.Benchmarks;

/// <summary>What a number measured on labelled passages must be read with.</summary>
internal static class CorpusFacts
{
    /// <param name="command">The command with its options.</param>
    /// <param name="rows">The passages.</param>
    /// <param name="bundle">The bundle that was timed.</param>
    /// <param name="loadBefore"><see cref="RunFacts.Load"/> before the run.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(
        string command, IReadOnlyList<CorpusRow> rows, ModelBundle bundle, string loadBefore) =>
    [
        ("written by", $"`dotnet run -c Release --project tests/Classifier.Benchmarks -- {command}`"),
        ("date", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("machine", $"{MachineName.Describe()}; load average {loadBefore} before, {RunFacts.Load()} after"),
        ("commit", RunFacts.Commit()),
        ("data", string.Create(
            CultureInfo.InvariantCulture, $"{rows.Count:N0} passages, sha256 {CorpusStamp.Of(rows).Sha256}")),
        ("bundle", $"{bundle.Manifest.Version}, weights {bundle.Manifest.WeightHash[..8]}"),
    ];
}
