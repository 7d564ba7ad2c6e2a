using Classifier.Core.Models;

namespace Classifier.Fuzzing;

/// <summary>All files of a bundle that anything reads, as inputs; <see cref="Choice"/> tells the file.</summary>
internal static class BundleSeeds
{
    /// <summary>For people.</summary>
    private static readonly string[] NeverRead = [BundleFiles.Metrics, BundleFiles.Card];

    /// <summary>Paths inside the bundle, always in the same order.</summary>
    public static string[] Names(string bundle) =>
    [
        .. Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(bundle, f).Replace('\\', '/')).Except(NeverRead)
            .Order(StringComparer.Ordinal),
    ];

    public static byte[][] Of(string bundle) =>
        [.. Names(bundle).Select((n, i) => Choice.Join(i, File.ReadAllBytes(Path.Combine(bundle, n))))];
}
