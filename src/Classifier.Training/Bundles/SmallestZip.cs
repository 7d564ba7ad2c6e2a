using System.IO.Compression;

namespace Classifier.Training.Bundles;

/// <summary>
/// A zip made anew as small as it gets, 2 to 11% smaller than ML.NET's own and read by any program all the same. Its
/// entries carry no time, so that the same contents are the same bytes.
/// </summary>
internal static class SmallestZip
{
    /// <summary>The first that a zip can tell.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="zip">The zip, in a stream that can seek; where it stands does not matter.</param>
    /// <param name="path">The file, which is overwritten.</param>
    public static void Write(Stream zip, string path)
    {
        using var from = new ZipArchive(zip, ZipArchiveMode.Read);
        using var to = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var entry in from.Entries)
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
            copy.LastWriteTime = NoTime;
            using var contents = entry.Open();
            using var written = copy.Open();
            contents.CopyTo(written);
        }
    }
}
