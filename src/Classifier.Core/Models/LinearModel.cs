using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Classifier.Core.Features;

namespace Classifier.Core.Models;

/// <summary>
/// Linear models of several labels in one table, laid out feature by feature: a feature's weights for all labels lie
/// side by side, so a passage costs one pass over its features. Rows of zeros are stored once. Immutable.
/// </summary>
/// <remarks>
/// A pass is bound by memory: each feature asks for one place in <c>_rowOf</c> and one row. Rows are padded to whole
/// vectors of eight, so that the sums of up to 24 labels stay in three registers from the first feature to the last, and
/// a bucket without weights points at a row of zeros, which is always near, where a branch would be guessed wrong.
/// </remarks>
public sealed class LinearModel
{
    private const int Lanes = 8;

    /// <summary>Labels whose sums one pass keeps in registers.</summary>
    private const int Wide = 3 * Lanes;

    private readonly int[] _rowOf;
    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <param name="weights">For each label, one weight for each bucket; all of one length, a power of two.</param>
    /// <param name="bias">One for each label.</param>
    public LinearModel(IReadOnlyList<float[]> weights, IReadOnlyList<float> bias)
    {
        Labels = weights.Count;
        Buckets = weights[0].Length;
        Stride = Labels <= Lanes ? Lanes : (Labels + Wide - 1) / Wide * Wide;
        _bias = [.. bias, .. new float[Stride - Labels]];
        _rowOf = new int[Buckets];
        _weights = Compact(weights);
    }

    public int Labels { get; }

    public int Buckets { get; }

    /// <summary>Buckets that carry a weight for any label.</summary>
    public int Rows => (_weights.Length / Stride) - 1;

    /// <summary>Length of sums: the labels, and zeros up to whole vectors.</summary>
    internal int Stride { get; }

    /// <summary>The labels' biases, padded to <see cref="Stride"/>.</summary>
    internal ReadOnlySpan<float> Bias => _bias;

    /// <summary>The raw scores (log-odds before calibration) of all labels.</summary>
    /// <param name="features">Features hashed to this model's buckets.</param>
    /// <param name="scores">Length <see cref="Labels"/>; overwritten.</param>
    public void Score(FeatureList features, Span<float> scores)
    {
        var sums = Stride <= Wide ? stackalloc float[Wide] : new float[Stride];
        _bias.CopyTo(sums);
        AddTo(sums, features);
        sums[..Labels].CopyTo(scores);
    }

    /// <summary>How much one feature of value 1 moves a label's raw score.</summary>
    public float Weight(int bucket, int label) => _weights[_rowOf[bucket] + label];

    /// <summary>Adds each feature's value times its weights.</summary>
    /// <param name="sums">At least <see cref="Stride"/> long.</param>
    /// <param name="features">Features hashed to this model's buckets.</param>
    internal void AddTo(Span<float> sums, FeatureList features)
    {
        if (Stride == Lanes)
        {
            AddNarrow(features.Buckets, features.Values, sums[..Lanes]);
            return;
        }

        for (var lane = 0; lane < Stride; lane += Wide)
        {
            AddWide(features.Buckets, features.Values, lane, sums.Slice(lane, Wide));
        }
    }

    private void AddNarrow(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> sums)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256.Create<float>(sums);
        for (var i = 0; i < buckets.Length; i++)
        {
            ref var row = ref Unsafe.Add(ref weights, _rowOf[buckets[i]]);
            sum = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row), Vector256.Create(values[i]), sum);
        }

        sum.CopyTo(sums);
    }

    private void AddWide(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, int lane, Span<float> sums)
    {
        ref var weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), lane);
        var (a, b, c) = (Vector256.Create<float>(sums), Vector256.Create<float>(sums[Lanes..]), Vector256.Create<float>(sums[(2 * Lanes)..]));
        for (var i = 0; i < buckets.Length; i++)
        {
            ref var row = ref Unsafe.Add(ref weights, _rowOf[buckets[i]]);
            var value = Vector256.Create(values[i]);
            a = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row), value, a);
            b = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, Lanes), value, b);
            c = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, 2 * Lanes), value, c);
        }

        a.CopyTo(sums);
        b.CopyTo(sums[Lanes..]);
        c.CopyTo(sums[(2 * Lanes)..]);
    }

    /// <summary>Fills the places of the rows, row 0 being the one of zeros, and gives the table.</summary>
    private float[] Compact(IReadOnlyList<float[]> weights)
    {
        var used = new bool[Buckets];
        foreach (var label in weights)
        {
            for (var bucket = 0; bucket < Buckets; bucket++)
            {
                used[bucket] |= label[bucket] != 0;
            }
        }

        var rows = 1;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _rowOf[bucket] = used[bucket] ? rows++ * Stride : 0;
        }

        var table = new float[rows * Stride];
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            for (var label = 0; label < Labels && _rowOf[bucket] > 0; label++)
            {
                table[_rowOf[bucket] + label] = weights[label][bucket];
            }
        }

        return table;
    }
}
