using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Classifier.Service.Models;

namespace Classifier.Service.Tests;

/// <summary>A folder of bundles to damage at will, gone with the test.</summary>
/// <param name="original">Folder of the bundle to copy; the true champion's where it is left out.</param>
internal sealed class BundleFolder(string? original = null) : IDisposable
{
    private readonly DirectoryInfo _original = new(original ?? Champion);

    /// <summary>Folder of the true champion.</summary>
    public static string Champion { get; } = BundleLocator.Find(new ServiceOptions(), AppContext.BaseDirectory);

    /// <summary>Version of the true champion.</summary>
    public static string Version => Path.GetFileName(Champion);

    public string Folder { get; } = Directory.CreateTempSubdirectory("classifier-").FullName;

    public string Setting => $"--Classifier:BundlesFolder={Folder}";

    /// <summary>Copies the bundle under its own version or another.</summary>
    /// <returns>The copy's folder.</returns>
    public string Add(string? version = null)
    {
        version ??= _original.Name;
        var bundle = PathOf(version);
        foreach (var file in _original.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(bundle, Path.GetRelativePath(_original.FullName, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }

        var manifest = Path.Combine(bundle, BundleManifest.FileName);
        Replace(manifest, $"\"version\": \"{_original.Name}\"", $"\"version\": \"{version}\"");
        return bundle;
    }

    /// <summary>Deletes a version, or what is left of it.</summary>
    public void Remove(string version)
    {
        if (Directory.Exists(PathOf(version)))
        {
            Directory.Delete(PathOf(version), true);
        }
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Makes the champion's pointer name a version.</summary>
    public void Point(string version) => File.WriteAllText(PathOf(BundleFiles.Champion), version);

    /// <summary>Makes a challenger's pointer name a version.</summary>
    public void Challenge(string alias, string version)
    {
        var folder = Directory.CreateDirectory(PathOf(BundleFiles.Challengers));
        File.WriteAllText(Path.Combine(folder.FullName, alias), version);
    }

    public static void FlipBit(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    public static void CutShort(string path)
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
    }

    public static void Replace(string path, string old, string @new)
    {
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
