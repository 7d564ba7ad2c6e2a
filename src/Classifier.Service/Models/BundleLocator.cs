using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Hosting;

namespace Classifier.Service.Models;

/// <summary>Finds the bundles to serve.</summary>
internal static class BundleLocator
{
    private static readonly string Bundles = Path.Combine("models", "bundles");

    /// <summary>Folder of the bundle that the options name.</summary>
    /// <param name="options">The service's options.</param>
    /// <param name="root">Where the search for a folder of bundles starts.</param>
    public static string Find(ServiceOptions options, string root)
    {
        var bundles = FolderOf(options, root);
        return options.Bundle.Length > 0
            ? Path.Combine(bundles, options.Bundle)
            : BundleFiles.ChampionFolder(bundles);
    }

    /// <summary>All that is to be served.</summary>
    /// <inheritdoc cref="Find"/>
    public static ModelPointers All(ServiceOptions options, string root)
    {
        var champion = Champion(options, root);
        try
        {
            return new(champion, Challengers(FolderOf(options, root)));
        }
        catch (Exception e) when (e is ClassifierException or IOException or UnauthorizedAccessException)
        {
            return new(champion, [], new(BundleFiles.Challengers, null, e));
        }
    }

    /// <summary>The champion alone.</summary>
    /// <inheritdoc cref="Find"/>
    public static ModelPointer Champion(ServiceOptions options, string root) =>
        ModelPointer.Follow(ModelAlias.Champion, () => Find(options, root));

    private static IReadOnlyList<ModelPointer> Challengers(string bundles)
    {
        var folder = new DirectoryInfo(Path.Combine(bundles, BundleFiles.Challengers));
        try
        {
            return [.. folder.EnumerateFiles().Where(f => f.Name[0] != '.')
                .OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => Challenger(bundles, f))];
        }
        catch (DirectoryNotFoundException) when (folder.LinkTarget is null && !File.Exists(folder.FullName))
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "CHALLENGERS_UNREADABLE",
                $"{folder.FullName} can't be listed; make it a folder that the service may read, or take it away if "
                    + $"there are to be no challengers. {e.Message}",
                e);
        }
    }

    private static ModelPointer Challenger(string bundles, FileInfo pointer) =>
        ModelPointer.Follow(pointer.Name, () => ModelAlias.IsValid(pointer.Name) && pointer.Name != ModelAlias.Champion
            ? BundleFiles.PointedFolder(bundles, pointer.FullName)
            : throw new ClassifierException(
                ErrorKind.FailedPrecondition, "ALIAS_INVALID",
                $"{pointer.FullName} is no alias; allowed are {ModelAlias.Form}, and not {ModelAlias.Champion}."));

    private static string FolderOf(ServiceOptions options, string root)
    {
        var bundles = options.BundlesFolder.Length > 0 ? Path.GetFullPath(options.BundlesFolder) : SearchUpwards(root);
        return Directory.Exists(bundles)
            ? bundles
            : throw Missing($"There is no folder {bundles}, which Classifier:BundlesFolder names.");
    }

    private static string SearchUpwards(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var bundles = Path.Combine(folder.FullName, Bundles);
            if (Directory.Exists(bundles))
            {
                return bundles;
            }
        }

        throw Missing($"There is no folder {Bundles} in {root.TrimEnd(Path.DirectorySeparatorChar)} or above it.");
    }

    private static ClassifierException Missing(string message) => new(ErrorKind.NotFound, "BUNDLE_MISSING", message);
}
