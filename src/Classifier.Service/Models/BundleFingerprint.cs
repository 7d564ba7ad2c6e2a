using System.Globalization;

namespace Classifier.Service.Models;

/// <summary>Tells whether anything about the bundles has changed, by names, sizes and times of their files.</summary>
internal static class BundleFingerprint
{
    /// <summary>Equal for equal files; a bundle that is not there has a fingerprint too.</summary>
    public static string Of(IReadOnlyList<ModelPointer> pointers) =>
        string.Join('\n', pointers.Select(p => $"{p.Alias}: {Of(p)}"));

    private static string Of(ModelPointer pointer)
    {
        try
        {
            return pointer.Folder is null
                ? pointer.Broken!.Message
                : string.Join('\n', new DirectoryInfo(pointer.Folder)
                    .EnumerateFiles("*", SearchOption.AllDirectories)
                    .OrderBy(f => f.FullName, StringComparer.Ordinal)
                    .Select(f => string.Create(
                        CultureInfo.InvariantCulture, $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files come and go under the look; the next one tells more.
            return e.Message;
        }
    }
}
