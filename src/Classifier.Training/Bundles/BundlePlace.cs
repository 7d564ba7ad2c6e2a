using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Bundles;

/// <summary>
/// Where a bundle is to stand. What stands there is deleted when it is replaced, so it is looked at before the work,
/// and once more behind it, which takes minutes: a pointer may name it by then.
/// </summary>
internal static class BundlePlace
{
    /// <param name="folder">The new bundle's folder.</param>
    /// <param name="version">The recipe's version.</param>
    /// <param name="replace">Whether a bundle that stands there may go.</param>
    /// <exception cref="ClassifierException">Something stands there that must not, or was not said to, go.</exception>
    public static void Check(string folder, string version, bool replace)
    {
        folder = Path.TrimEndingDirectorySeparator(folder);
        if (File.Exists(folder))
        {
            throw Taken($"{folder} is a file, and a bundle is a folder; name another with --output.");
        }

        CheckBeside(folder + DraftFolder.DraftEnd, BundleFiles.Taxonomy);
        CheckBeside(folder + DraftFolder.OldEnd, BundleManifest.FileName);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return;
        }

        if (!File.Exists(Path.Combine(folder, BundleManifest.FileName)))
        {
            throw Taken($"{folder} is there already and is no bundle; name another folder.");
        }

        CheckBundle(folder, version, replace);
    }

    /// <summary>
    /// What a run that was killed left is deleted; a folder without the file that it has first is somebody else's.
    /// </summary>
    private static void CheckBeside(string folder, string sign)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            && !File.Exists(Path.Combine(folder, sign)))
        {
            throw Taken(
                $"{folder}, which training would delete, holds no {sign}, so it seems to be none of its own; move or "
                    + "delete it, or name another folder with --output.");
        }
    }

    private static void CheckBundle(string folder, string version, bool replace)
    {
        var mend = $"Set a new 'version' in the recipe, which has {version}, or name another folder with --output";
        if (PointerTo(folder) is { } pointer)
        {
            throw Taken(
                $"{folder} is the bundle that {pointer} names for services to load, and is not replaced. {mend}.");
        }

        if (!replace)
        {
            throw Taken($"{folder} holds a bundle already. {mend}; --replace replaces it.");
        }
    }

    /// <summary>The champion's or a challenger's pointer beside the folder that names it; null if none does.</summary>
    private static string? PointerTo(string folder)
    {
        var bundles = Path.GetDirectoryName(folder)!;
        var challengers = Path.Combine(bundles, BundleFiles.Challengers);
        return (Directory.Exists(challengers) ? Directory.EnumerateFiles(challengers) : [])
            .Prepend(Path.Combine(bundles, BundleFiles.Champion))
            .FirstOrDefault(p => File.Exists(p) && File.ReadAllText(p).Trim() == Path.GetFileName(folder));
    }

    private static ClassifierException Taken(string message) =>
        new(ErrorKind.FailedPrecondition, "OUTPUT_TAKEN", message);
}
