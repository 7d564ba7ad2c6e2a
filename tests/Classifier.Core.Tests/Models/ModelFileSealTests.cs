using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class ModelFileSealTests
{
    private static readonly ModelFile File = new()
    {
        File = "actors.zip",
        Sha256 = "12",
        WeightHash = "34",
        Labels = ["a", "b"],
        Thresholds = Cuts(("a", 0.25f), ("b", 0.5f)),
    };

    [Fact]
    public void A_seal_never_changes_for_the_same_file() => Assert.Equal(
        "0e213002bb21c07cfc59b8b205b489b7a5cfc6f462f4dc75d7701e5dfea38c11", File.Sealed().Seal);

    [Fact]
    public void It_does_not_cover_itself_nor_the_order_of_thresholds()
    {
        var turned = File with { Thresholds = Cuts(("b", 0.5f), ("a", 0.25f)) };
        Assert.Equal(["b", "a"], turned.Thresholds.Keys);
        Assert.Equal(File.Sealed().Seal, turned.Sealed().Sealed().Seal);
    }

    [Fact]
    public void It_covers_all_else()
    {
        ModelFile[] others =
        [
            File with { File = "events.zip" },
            File with { Sha256 = "13" },
            File with { WeightHash = "35" },
            File with { Labels = ["b", "a"] },
            File with { Labels = ["a"], SharedLabels = ["b"] },
            File with { SharedLabels = ["c"] },
            File with { Thresholds = Cuts(("a", 0.25f), ("b", MathF.BitIncrement(0.5f))) },
            File with { Thresholds = Cuts(("a", 0.5f), ("b", 0.25f)) },
            File with { Thresholds = Cuts(("a", 0.25f)) },
        ];
        Assert.Equal(others.Length + 1, others.Append(File).Select(f => f.Sealed().Seal).Distinct().Count());
    }

    private static Dictionary<string, float> Cuts(params (string Label, float Cut)[] cuts) =>
        cuts.ToDictionary(c => c.Label, c => c.Cut);
}
