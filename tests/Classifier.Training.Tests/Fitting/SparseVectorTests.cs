using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Training.Fitting;
using CsCheck;

namespace Classifier.Training.Tests.Fitting;

public sealed class SparseVectorTests
{
    private const int Bits = 10;

    private static readonly FeatureExtractor Extractor = new(new() { Bits = Bits }, new ConceptLexicon([]));

    /// <summary>Ten bits are few enough for words to meet in a bucket.</summary>
    [Fact]
    public void Equal_buckets_are_summed_and_stand_in_rising_order() => Gen.String[0, 300].Sample(text =>
    {
        var features = Extract(text);
        var vector = SparseVector.From(features);
        var sums = new double[1 << Bits];
        for (var i = 0; i < features.Count; i++)
        {
            sums[features.Buckets[i]] += features.Values[i];
        }

        Assert.Equal(features.Buckets.ToArray().Distinct().Order(), vector.Buckets);
        Assert.All(vector.Buckets.Zip(vector.Values), p => Assert.Equal(sums[p.First], p.Second, 1e-4));
    }, iter: 50);

    [Fact]
    public void A_text_without_features_is_an_empty_vector()
    {
        var vector = SparseVector.From(new FeatureList());
        Assert.Empty(vector.Buckets);
        Assert.Empty(vector.Values);
    }

    [Fact]
    public void Buckets_of_fewer_rows_than_the_least_are_rare()
    {
        var rows = new[] { Of(0, 1, 3), Of(1, 3), Of(3) };
        Assert.Equal([false, false, true, false], SparseVector.Rare(rows, 4, 1));
        Assert.Equal([true, false, true, false], SparseVector.Rare(rows, 4, 2));
        Assert.Equal([true, true, true, false], SparseVector.Rare(rows, 4, 3));
        Assert.Equal([true, true, true, true], SparseVector.Rare(rows, 4, 4));
    }

    [Fact]
    public void Rare_buckets_are_left_out_with_their_values()
    {
        var vector = Of(0, 1, 3).Without([false, true, false, false]);
        Assert.Equal([0, 3], vector.Buckets);
        Assert.Equal([0.5f, 3.5f], vector.Values);
    }

    [Fact]
    public void A_buffer_has_the_values_in_their_places() =>
        Assert.Equal([0.5f, 0, 2.5f, 0], Of(0, 2).ToBuffer(4).DenseValues());

    /// <summary>A vector whose values tell their buckets.</summary>
    private static SparseVector Of(params int[] buckets) => new(buckets, [.. buckets.Select(b => b + 0.5f)]);

    private static FeatureList Extract(string text)
    {
        var scratch = new FeatureScratch();
        Extractor.Extract(text, 0, null, scratch);
        return scratch.Passage;
    }
}
