using System.Numerics.Tensors;
using Classifier.Core.Features;

namespace Classifier.Core.Models;

/// <summary>
/// Linear models of several labels in one table, laid out feature by feature: a feature's weights for all labels lie
/// side by side, so a passage costs one pass over its features. Rows of zeros are not stored. Immutable.
/// </summary>
public sealed class LinearModel
{
    private readonly int[] _rowOf;
    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <param name="weights">For each label, one weight for each bucket; all of one length, a power of two.</param>
    /// <param name="bias">One for each label.</param>
    public LinearModel(IReadOnlyList<float[]> weights, IReadOnlyList<float> bias)
    {
        Labels = weights.Count;
        Buckets = weights[0].Length;
        _bias = [.. bias];
        _rowOf = new int[Buckets];
        _weights = Compact(weights);
    }

    public int Labels { get; }

    public int Buckets { get; }

    /// <summary>Buckets that carry a weight for any label.</summary>
    public int Rows => _weights.Length / Labels;

    /// <summary>The raw scores (log-odds before calibration) of all labels.</summary>
    /// <param name="features">Features hashed to this model's buckets.</param>
    /// <param name="scores">Length <see cref="Labels"/>; overwritten.</param>
    public void Score(FeatureList features, Span<float> scores)
    {
        _bias.CopyTo(scores);
        var buckets = features.Buckets;
        var values = features.Values;
        for (var i = 0; i < buckets.Length; i++)
        {
            var row = _rowOf[buckets[i]];
            if (row >= 0)
            {
                TensorPrimitives.MultiplyAdd(Row(row), values[i], scores, scores);
            }
        }
    }

    /// <summary>How much one feature of value 1 moves a label's raw score.</summary>
    public float Weight(int bucket, int label) => _rowOf[bucket] < 0 ? 0 : _weights[(_rowOf[bucket] * Labels) + label];

    private ReadOnlySpan<float> Row(int row) => _weights.AsSpan(row * Labels, Labels);

    private float[] Compact(IReadOnlyList<float[]> weights)
    {
        var rows = 0;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _rowOf[bucket] = weights.Any(w => w[bucket] != 0) ? rows++ : -1;
        }

        var table = new float[rows * Labels];
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            for (var label = 0; label < Labels && _rowOf[bucket] >= 0; label++)
            {
                table[(_rowOf[bucket] * Labels) + label] = weights[label][bucket];
            }
        }

        return table;
    }
}
