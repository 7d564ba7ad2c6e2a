using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class DenseLayerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(24, 56)]
    [InlineData(56, 27)]
    [InlineData(50, 3)]
    public void Sums_are_those_of_weights_times_inputs(int sums, int inputs)
    {
        var random = new Random(sums);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        var weights = new LinearWeights([.. Enumerable.Range(0, sums).Select(_ => Numbers(inputs))], Numbers(sums), []);
        var (layer, given) = (new DenseLayer(weights), Numbers(inputs));
        var answer = new float[layer.Stride];
        layer.Answer(given, answer);
        Assert.Equal((sums, 0), (layer.Sums, layer.Stride % 24));
        Assert.All(Enumerable.Range(0, sums), s =>
            Assert.Equal(weights.Bias[s] + weights.Weights[s].Zip(given, (w, x) => w * x).Sum(), answer[s], 1e-5f));
        Assert.All(answer[sums..], a => Assert.Equal(0, a));
    }
}
