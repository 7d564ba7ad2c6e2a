using System.Text.Json.Nodes;
using Classifier.Training.Tests;

namespace Classifier.Fuzzing;

/// <summary>
/// Small models with every file that a bundle can have, trained when they are first asked for: the champion's take
/// seconds to load and are longer than what is damaged. What they say is of no matter.
/// </summary>
public sealed class SmallBundle : IDisposable
{
    /// <summary>Also the bundle's version.</summary>
    private const string Name = "small";

    /// <summary>The fewest that there may be.</summary>
    private const int Bits = 10;

    private const string Network =
        """{"units":4,"members":1,"sums":3,"votes":2,"actors":true,"batch":8,"rate":0.02}""";

    private readonly TempFolder _models = new();
    private readonly Lazy<string> _folder;

    public SmallBundle() => _folder = new(Train);

    public string Folder => _folder.Value;

    public void Dispose() => _models.Dispose();

    private string Train()
    {
        TinyModels.CopyTo(_models.Path);
        TinyModels.Change(_models.Path, recipe =>
        {
            recipe["version"] = Name;
            recipe["features"]!["bits"] = Bits;
            recipe["language"]!["features"] = new JsonObject { ["latinBits"] = Bits, ["arabicBits"] = Bits };
            recipe["events"]!["network"] = JsonNode.Parse(Network);
        });
        TinyModels.Train(_models.Path, _models[Name]);
        return _models[Name];
    }
}
