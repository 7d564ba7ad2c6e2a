using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Classifier.Service.Models;

namespace Classifier.Service.Tests;

/// <summary>A folder of bundles to damage at will, gone with the test.</summary>
internal sealed class BundleFolder : IDisposable
{
    private static readonly DirectoryInfo Original = new(
        BundleLocator.Find(new ServiceOptions(), AppContext.BaseDirectory));

    public string Folder { get; } = Directory.CreateTempSubdirectory("classifier-").FullName;

    /// <summary>Version of the true champion.</summary>
    public static string Version => Original.Name;

    public string Setting => $"--Classifier:BundlesFolder={Folder}";

    /// <summary>Copies the true champion under its own version or another.</summary>
    /// <returns>The copy's folder.</returns>
    public string Add(string? version = null)
    {
        var bundle = Path.Combine(Folder, version ?? Version);
        foreach (var file in Original.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(bundle, Path.GetRelativePath(Original.FullName, file.FullName)));
            copy.Directory!.Create();
            file.CopyTo(copy.FullName);
        }

        var manifest = Path.Combine(bundle, BundleManifest.FileName);
        Replace(manifest, $"\"version\": \"{Version}\"", $"\"version\": \"{version ?? Version}\"");
        return bundle;
    }

    /// <summary>Makes the champion's pointer name a version.</summary>
    public void Point(string version) => File.WriteAllText(Path.Combine(Folder, BundleFiles.Champion), version);

    /// <summary>Makes a challenger's pointer name a version.</summary>
    public void Challenge(string alias, string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, BundleFiles.Challengers));
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
