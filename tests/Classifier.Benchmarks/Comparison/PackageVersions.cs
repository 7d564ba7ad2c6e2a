using System.Text.Json;
using Classifier.Core;

namespace Classifier.Benchmarks.Comparison;

/// <summary>Versions of packages that are not part of this project.</summary>
internal static class PackageVersions
{
    /// <summary>Name and version of the npm package that a file lies in; null if it lies in none.</summary>
    public static string? Npm(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "package.json");
            if (File.Exists(path) && JsonDocument.Parse(File.ReadAllText(path)).RootElement is var package
                && package.TryGetProperty("name", out var name) && package.TryGetProperty("version", out var version))
            {
                return $"{name} {version}";
            }
        }

        return null;
    }

    /// <summary>Version of an installed Debian package.</summary>
    public static string Debian(string package)
    {
        try
        {
            return string.Concat(Child.Run("dpkg-query", ["--show", "--showformat=${Version}", package]));
        }
        catch (ClassifierException)
        {
            return "of unknown version";
        }
    }
}
