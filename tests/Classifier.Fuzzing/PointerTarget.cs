using System.Text;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Classifier.Training.Tests;

namespace Classifier.Fuzzing;

/// <summary>Pointers to bundles, and names of such, as the service follows them.</summary>
internal sealed class PointerTarget : IFuzzTarget
{
    private readonly TempFolder _bundles = new();
    private readonly ServiceOptions _options;
    private readonly ModelSet _served;

    /// <param name="bundle">Folder of the bundle that is served whatever the pointers say.</param>
    public PointerTarget(string bundle)
    {
        _served = new(new(ModelBundle.Load(bundle)), new Dictionary<string, PassageClassifier>());
        _options = new() { BundlesFolder = _bundles.Path };
    }

    private enum Part
    {
        Champion,
        Challenger,
        Alias,
    }

    public string Name => "pointer";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. new[] { "0.13.0", "0.13.0\r\n", "../0.13.0", "challengers", "/etc" }
            .SelectMany(s => Enum.GetValues<Part>().Select(p => Choice.Join((int)p, Encoding.UTF8.GetBytes(s)))),
    ];

    public Task TryAsync(byte[] input)
    {
        var (part, content) = Choice.Split(input, Enum.GetValues<Part>());
        Write(part, content);
        var pointers = BundleLocator.All(_options, AppContext.BaseDirectory);
        BundleFingerprint.Of(pointers.All);
        var reader = new ModelSetReader(Open);
        reader.Read(pointers, _served);
        Check(reader.Problems.Count > 0, "There is no bundle at all, and nothing is wrong.");
        var unforeseen = reader.Problems.Select(p => p.Unforeseen).FirstOrDefault(u => u is not null);
        Check(unforeseen is null, $"{unforeseen}");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _bundles.Dispose();
        return ValueTask.CompletedTask;
    }

    private PassageClassifier Open(string folder)
    {
        Check(Path.GetDirectoryName(Path.GetFullPath(folder)) == _bundles.Path, $"A pointer leads to {folder}.");
        return VerifiedBundle.Open(folder);
    }

    private void Write(Part part, byte[] content)
    {
        var challengers = new DirectoryInfo(_bundles[BundleFiles.Challengers]);
        if (challengers.Exists)
        {
            challengers.Delete(true);
        }

        challengers.Create();
        var alias = part == Part.Alias ? Encoding.UTF8.GetString(content) : "next";
        File.WriteAllBytes(_bundles[BundleFiles.Champion], part == Part.Champion ? content : "0.13.0"u8);
        if (BundleFiles.IsName(alias))
        {
            File.WriteAllBytes(
                Path.Combine(challengers.FullName, alias), part == Part.Challenger ? content : "0.13.0"u8);
        }
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FindingException(otherwise);
        }
    }
}
