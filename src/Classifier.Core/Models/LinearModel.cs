using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Classifier.Core.Features;

namespace Classifier.Core.Models;

/// <summary>
/// Linear models of several labels in one table, laid out feature by feature: a feature's weights for all labels lie
/// side by side, so a passage costs one pass over its features. Rows of zeros are stored once. Immutable.
/// </summary>
/// <remarks>
/// A pass is bound by memory: each feature waits for one row. Rows are padded to whole vectors, so that the sums of up
/// to 24 labels stay in three registers from the first feature to the last, and a bucket without weights points at a
/// row of zeros, which is always near, where a branch would be guessed wrong. Weights that training has rounded to
/// whole grains are stored as their numbers of grains, in one byte each and without loss: the 53 languages of a feature
/// then lie in one line of the cache, where floats take four.
/// </remarks>
public sealed class LinearModel
{
    private const int Lanes = 8;

    /// <summary>Labels of a model that half a vector holds.</summary>
    private const int Narrow = 4;

    /// <summary>Labels whose sums one pass keeps in registers.</summary>
    private const int Wide = 3 * Lanes;

    /// <summary>The same where weights are bytes.</summary>
    private const int WideGrains = 4 * Lanes;

    /// <summary>Rows of bytes whose sums are sure to fit into 16 bits: 258.</summary>
    private const int MostAlike = short.MaxValue / sbyte.MaxValue;

    private const int MostOnStack = 1024;

    private readonly float _grain;
    private readonly LineTable<sbyte> _grains = new(0);
    private readonly RowIndex _rowOf;
    private readonly LineTable<float> _weights = new(0);
    private readonly float[] _bias;

    /// <param name="weights">For each label, one weight for each bucket; all of one length, a power of two.</param>
    /// <param name="bias">One for each label.</param>
    public LinearModel(IReadOnlyList<float[]> weights, IReadOnlyList<float> bias)
    {
        Labels = weights.Count;
        Buckets = weights[0].Length;
        float[][] columns = [.. weights];
        var least = Labels <= Narrow ? 0 : Grains.LeastOf(columns);
        var grains = least > 0 ? Grains.Count(columns, least) : null;
        _grain = grains is null ? 0 : least;
        Stride = Labels <= Narrow ? Narrow : RoundedUp(Labels, grains is null ? Wide : WideGrains);
        _bias = [.. bias, .. new float[Stride - Labels]];
        _rowOf = new RowIndex(grains is null ? Used(columns) : Used(grains));
        if (grains is null)
        {
            _weights = Table(columns);
        }
        else
        {
            _grains = Table(grains);
        }
    }

    public int Labels { get; }

    public int Buckets { get; }

    /// <summary>Buckets that carry a weight for any label.</summary>
    public int Rows => _rowOf.Rows;

    /// <summary>Length of sums: the labels, and zeros up to whole vectors.</summary>
    internal int Stride { get; }

    /// <summary>The labels' biases, padded to <see cref="Stride"/>.</summary>
    internal ReadOnlySpan<float> Bias => _bias;

    /// <summary>The raw scores (log-odds before calibration) of all labels.</summary>
    /// <param name="features">Features hashed to this model's buckets.</param>
    /// <param name="scores">Length <see cref="Labels"/>; overwritten.</param>
    public void Score(FeatureList features, Span<float> scores)
    {
        var sums = Stride <= MostOnStack ? stackalloc float[Stride] : new float[Stride];
        _bias.CopyTo(sums);
        AddTo(sums, features);
        sums[..Labels].CopyTo(scores);
    }

    /// <summary>How much one feature of value 1 moves a label's raw score.</summary>
    public float Weight(int bucket, int label) => WeightAt((_rowOf[bucket] * Stride) + label);

    /// <summary>
    /// How much one feature of value 1 moves what rises with each label's raw score as the slopes tell.
    /// </summary>
    /// <param name="bucket">The feature's bucket.</param>
    /// <param name="slopes">One for each label.</param>
    internal float Pull(int bucket, ReadOnlySpan<float> slopes)
    {
        var (row, pull) = (_rowOf[bucket] * Stride, 0f);
        for (var label = 0; label < slopes.Length; label++)
        {
            pull += slopes[label] * WeightAt(row + label);
        }

        return pull;
    }

    private float WeightAt(int place) => _grain > 0 ? _grains.Span[place] * _grain : _weights.Span[place];

    /// <summary>Adds each feature's value times its weights.</summary>
    /// <param name="sums">At least <see cref="Stride"/> long.</param>
    /// <param name="features">Features hashed to this model's buckets.</param>
    internal void AddTo(Span<float> sums, FeatureList features)
    {
        AddTo(sums, features.Buckets, features.Values);
    }

    internal void AddTo(Span<float> sums, ReadOnlySpan<int> buckets, ReadOnlySpan<float> values)
    {
        if (Stride == Narrow)
        {
            AddNarrow(buckets, values, sums[..Narrow]);
            return;
        }

        if (_grain > 0)
        {
            AddGrains(buckets, values, sums);
            return;
        }

        for (var lane = 0; lane < Stride; lane += Wide)
        {
            AddWide(buckets, values, lane, sums.Slice(lane, Wide));
        }
    }

    private void AddNarrow(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> sums)
    {
        ref var weights = ref _weights.First;
        var sum = Vector128.Create<float>(sums);
        for (var i = 0; i < buckets.Length; i++)
        {
            ref var row = ref Unsafe.Add(ref weights, _rowOf[buckets[i]] * Narrow);
            sum = Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref row), Vector128.Create(values[i]), sum);
        }

        sum.CopyTo(sums);
    }

    private void AddWide(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, int lane, Span<float> sums)
    {
        ref var weights = ref Unsafe.Add(ref _weights.First, lane);
        var (a, b, c) = (
            Vector256.Create<float>(sums),
            Vector256.Create<float>(sums[Lanes..]),
            Vector256.Create<float>(sums[(2 * Lanes)..]));
        for (var i = 0; i < buckets.Length; i++)
        {
            ref var row = ref Unsafe.Add(ref weights, _rowOf[buckets[i]] * Stride);
            var value = Vector256.Create(values[i]);
            a = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row), value, a);
            b = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, Lanes), value, b);
            c = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, 2 * Lanes), value, c);
        }

        a.CopyTo(sums);
        b.CopyTo(sums[Lanes..]);
        c.CopyTo(sums[(2 * Lanes)..]);
    }

    /// <summary>
    /// Features of one value, as nearly all neighbours are, need no arithmetic but additions of 16-bit numbers of
    /// grains, 16 at a time; the value comes in once, at their end.
    /// </summary>
    private void AddGrains(ReadOnlySpan<int> buckets, ReadOnlySpan<float> values, Span<float> sums)
    {
        Span<int> places = stackalloc int[MostAlike];
        for (var first = 0; first < buckets.Length;)
        {
            var alike = places[..Alike(values[first..])];
            for (var i = 0; i < alike.Length; i++)
            {
                alike[i] = _rowOf[buckets[first + i]] * Stride;
                // Sent for before they are added, rows of up to 64 labels are a twenty-fifth of the pass faster.
                _grains.Fetch(alike[i]);
            }

            for (var lane = 0; lane < Stride; lane += WideGrains)
            {
                AddAlike(alike, values[first] * _grain, lane, sums.Slice(lane, WideGrains));
            }

            first += alike.Length;
        }
    }

    /// <summary>How many features from the first on have its value; at most <see cref="MostAlike"/>.</summary>
    private static int Alike(ReadOnlySpan<float> values)
    {
        values = values[..Math.Min(values.Length, MostAlike)];
        var other = values.IndexOfAnyExcept(values[0]);
        return other < 0 ? values.Length : other;
    }

    private void AddAlike(ReadOnlySpan<int> places, float value, int lane, Span<float> sums)
    {
        ref var grains = ref Unsafe.Add(ref _grains.First, lane);
        var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var place in places)
        {
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref grains, (nuint)place));
            (low, high) = (low + a, high + b);
        }

        AddScaled(low, value, sums);
        AddScaled(high, value, sums[(2 * Lanes)..]);
    }

    private static void AddScaled(Vector256<short> numbers, float value, Span<float> sums)
    {
        var (low, high) = Vector256.Widen(numbers);
        var (a, b) = (Vector256.Create<float>(sums), Vector256.Create<float>(sums[Lanes..]));
        Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(low), Vector256.Create(value), a).CopyTo(sums);
        Vector256.MultiplyAddEstimate(Vector256.ConvertToSingle(high), Vector256.Create(value), b)
            .CopyTo(sums[Lanes..]);
    }

    private static int RoundedUp(int number, int step) => (number + step - 1) / step * step;

    private bool[] Used<T>(T[][] columns)
        where T : unmanaged, INumber<T>
    {
        var used = new bool[Buckets];
        foreach (var column in columns)
        {
            for (var bucket = 0; bucket < used.Length; bucket++)
            {
                used[bucket] |= !T.IsZero(column[bucket]);
            }
        }

        return used;
    }

    /// <summary>
    /// Row by row, so that each line of memory is written once; the columns' places in them are near.
    /// </summary>
    private LineTable<T> Table<T>(T[][] columns)
        where T : unmanaged
    {
        var table = new LineTable<T>((Rows + 1) * Stride);
        var places = table.Span;
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var row = _rowOf[bucket] * Stride;
            for (var label = 0; label < columns.Length && row > 0; label++)
            {
                places[row + label] = columns[label][bucket];
            }
        }

        return table;
    }
}
