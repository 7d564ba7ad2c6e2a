using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class WeightHashTests
{
    private static readonly LinearWeights Model = new([[1, 2], [3, 4]], [0.5f, -0.5f], [new(-1, 0), new(-2, 1)]);

    private static readonly LinearWeights Other = new([[7]], [8], []);

    [Fact]
    public void Equal_weights_have_the_hash_they_always_had()
    {
        Assert.Equal("7d2168d9cb28296e9663bec5a1e15d1422dcbfcb6fc88a9956ad31a0bd94a786", WeightHash.Of(Model));
        var equal = new LinearWeights([[1, 2], [3, 4]], [0.5f, -0.5f], [new(-1, 0), new(-2, 1)]);
        Assert.Equal(WeightHash.Of(Model), WeightHash.Of(equal));
    }

    [Fact]
    public void Any_other_number_gives_another_hash()
    {
        LinearWeights[] others =
        [
            Model with { Weights = [[1, 2], [3, 4.0000005f]] },
            Model with { Weights = [[3, 4], [1, 2]] },
            Model with { Bias = [0.5f, 0.5f] },
            Model with { Calibrations = [new(-1, 0), new(-2, 1.0000000001)] },
            Model with { Calibrations = [] },
            Model with { Votes = Other },
            Model with { Beside = Other },
            Model with { Votes = Other, Beside = Other },
        ];
        Assert.Equal(others.Length + 1, others.Append(Model).Select(WeightHash.Of).Distinct().Count());
    }

    [Fact]
    public void Hashes_combine_in_their_order()
    {
        Assert.Equal(64, WeightHash.Combine([]).Length);
        Assert.NotEqual(WeightHash.Combine(["a", "b"]), WeightHash.Combine(["b", "a"]));
        Assert.NotEqual(WeightHash.Combine(["ab"]), WeightHash.Combine(["a", "b"]));
    }

    [Fact]
    public void A_file_has_the_hash_of_its_bytes()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "abc");
        var hash = WeightHash.OfFile(path);
        File.Delete(path);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash);
    }
}
