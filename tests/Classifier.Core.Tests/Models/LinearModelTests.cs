using Classifier.Core.Features;
using Classifier.Core.Models;
using CsCheck;

namespace Classifier.Core.Tests.Models;

public sealed class LinearModelTests
{
    private const int Buckets = 16;

    private static readonly Gen<float[]> Weights =
        Gen.OneOf<float>(Gen.Const(0f), Gen.Const(0f), Gen.Float[-5, 5]).Array[Buckets];

    private static readonly Gen<(float[][] Weights, float[] Bias)> Model =
        Gen.Int[1, 9].SelectMany(labels => Gen.Select(Weights.Array[labels], Gen.Float[-2, 2].Array[labels]));

    private static readonly Gen<(int Bucket, float Value)[]> Features =
        Gen.Select(Gen.Int[0, Buckets - 1], Gen.Float[-1, 1]).Array[0, 30];

    [Fact]
    public void It_scores_what_a_dense_dot_product_scores() => Gen.Select(Model, Features).Sample(
        (model, features) =>
        {
            var linear = new LinearModel(model.Weights, model.Bias);
            var scores = new float[linear.Labels];
            linear.Score(List(features), scores);
            for (var label = 0; label < scores.Length; label++)
            {
                var expected = model.Bias[label] + features.Sum(f => (double)f.Value * model.Weights[label][f.Bucket]);
                Assert.Equal(expected, scores[label], 1e-4);
            }
        },
        iter: 1000);

    [Fact]
    public void Every_weight_can_be_looked_up() => Model.Sample(
        model =>
        {
            var linear = new LinearModel(model.Weights, model.Bias);
            Assert.Equal((model.Weights.Length, Buckets), (linear.Labels, linear.Buckets));
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                Assert.Equal(
                    model.Weights.Select(w => w[bucket]),
                    Enumerable.Range(0, linear.Labels).Select(label => linear.Weight(bucket, label)));
            }
        },
        iter: 200);

    [Fact]
    public void Rows_of_zeros_are_not_stored()
    {
        var linear = new LinearModel([[0, 1, 0, 0], [0, 2, 0, 3]], [0, 0]);
        Assert.Equal(2, linear.Rows);
    }

    [Theory]
    [InlineData(5, 0.25f)]
    [InlineData(33, 0.25f)]
    [InlineData(53, 0.1f)]
    [InlineData(53, 0)]
    public void Weights_in_whole_grains_lose_nothing(int labels, float grain)
    {
        float[][] weights = [.. Enumerable.Range(0, labels).Select(label => Enumerable.Range(0, 64)
            .Select(b => grain == 0 ? (b * label) / 7f : (((b * 31) + (label * 17)) % 255 - 127) * grain).ToArray())];
        var linear = new LinearModel(weights, new float[labels]);
        var scores = new float[labels];
        linear.Score(List([(3, 0.5f), (63, 2), (0, 1)]), scores);
        for (var label = 0; label < labels; label++)
        {
            Assert.Equal(weights[label], Enumerable.Range(0, 64).Select(b => linear.Weight(b, label)));
            Assert.Equal((weights[label][3] / 2) + (weights[label][63] * 2) + weights[label][0], scores[label], 1e-3f);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(5000)]
    public void However_many_features_are_alike_their_grains_add_up(int features)
    {
        float[][] weights = [.. Enumerable.Range(0, 40)
            .Select(label => new float[] { label % 2 == 0 ? 127 : -127, label == 7 ? 1 : 2 })];
        var (linear, scores) = (new LinearModel(weights, new float[40]), new float[40]);
        linear.Score(List([.. Enumerable.Repeat((0, 0.5f), features), (1, 0.25f)]), scores);
        Assert.Equal(
            Enumerable.Range(0, 40)
                .Select(label => ((label % 2 == 0 ? 127 : -127) * 0.5f * features) + (label == 7 ? 0.25f : 0.5f)),
            scores);
    }

    [Fact]
    public void A_table_of_nothing_but_zeros_scores_the_bias()
    {
        var scores = new float[5];
        new LinearModel([.. Enumerable.Range(0, 5).Select(_ => new float[Buckets])], [1, 2, 3, 4, 5]).Score(
            List([(3, 1.5f)]), scores);
        Assert.Equal([1, 2, 3, 4, 5], scores);
    }

    [Fact]
    public void A_text_without_features_scores_the_bias()
    {
        var scores = new float[] { 9, 9 };
        new LinearModel([[1, 1], [1, 1]], [0.5f, -1]).Score(new FeatureList(), scores);
        Assert.Equal([0.5f, -1], scores);
    }

    [Fact]
    public void The_arrays_it_was_made_of_may_change_afterwards()
    {
        float[][] weights = [[1, 2]];
        float[] bias = [3];
        var linear = new LinearModel(weights, bias);
        weights[0][0] = bias[0] = 100;
        var scores = new float[1];
        linear.Score(List([(0, 1)]), scores);
        Assert.Equal(4, scores[0]);
    }

    private static FeatureList List((int Bucket, float Value)[] features)
    {
        var list = new FeatureList();
        foreach (var (bucket, value) in features)
        {
            list.Add(bucket, value, 0, 0);
        }

        return list;
    }
}
