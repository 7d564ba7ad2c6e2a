using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

/// <summary>A copy of the shipped bundle that a test may damage; deleted with the object.</summary>
internal sealed class BundleCopy : IDisposable
{
    public BundleCopy(SharedBundle shared)
    {
        foreach (var path in Directory.EnumerateFiles(shared.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(shared.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("bundle").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Rewrites a JSON file.</summary>
    public void Edit(string name, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(PathOf(name)))!;
        change(node);
        File.WriteAllText(PathOf(name), node.ToJsonString());
    }

    /// <summary>Rewrites one golden row.</summary>
    public void EditGolden(int row, Action<JsonNode> change)
    {
        var lines = File.ReadAllLines(PathOf(BundleFiles.Golden));
        var node = JsonNode.Parse(lines[row])!;
        change(node);
        lines[row] = node.ToJsonString(JsonSerializerOptions.Default);
        File.WriteAllLines(PathOf(BundleFiles.Golden), lines);
    }

    public void FlipBit(string name)
    {
        var bytes = File.ReadAllBytes(PathOf(name));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(PathOf(name), bytes);
    }

    /// <summary>Loading fails with a message that holds all of these.</summary>
    public void AssertRefused(ErrorKind kind, params string[] parts)
    {
        var refusal = Assert.Throws<ClassifierException>(() => ModelBundle.Load(Folder));
        Assert.Equal(kind, refusal.Kind);
        Assert.All(parts, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }
}
