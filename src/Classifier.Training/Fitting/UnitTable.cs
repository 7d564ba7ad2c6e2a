using System.Numerics.Tensors;
using Classifier.Core.Models;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>The hidden units of several networks as one layer of logistic units, over buckets or over few sums of them.</summary>
/// <param name="members">The networks.</param>
/// <param name="buckets">The bucket of each of their features.</param>
/// <param name="size">Number of buckets.</param>
internal sealed class UnitTable(HiddenNetwork[] members, int[] buckets, int size)
{
    /// <summary>Weights of a sum that are cut off, of 10,000: the largest few would make the grains of all others coarse.</summary>
    private const int CutOff = 5;

    private readonly int _units = members[0].UnitBias.Length;

    /// <summary>A hyperbolic tangent of x is made of the logistic function of 2x.</summary>
    private float[] Bias => [.. members.SelectMany(m => m.UnitBias.ToArray()).Select(b => 2 * b)];

    /// <summary>A weight for each bucket and unit.</summary>
    public LinearWeights OverBuckets(float grain)
    {
        var columns = Columns(members.Length * _units, WeightsOf);
        return new([.. columns.Select(c => Grains.Round(c, grain))], Bias, []);
    }

    /// <summary>
    /// Networks that learn the same from other beginnings look at a passage from nearly the same sides, so few sums of
    /// its features hold what hundreds of units take from it.
    /// </summary>
    /// <param name="rows">Vectors over the networks' features.</param>
    /// <param name="outputs">What the labels make of the units.</param>
    /// <param name="spec">The family's settings.</param>
    public LinearWeights OverSums(IReadOnlyList<SparseVector> rows, LinearWeights outputs, FitSpec spec)
    {
        double[] importance = [.. Enumerable.Range(0, outputs.Weights[0].Length)
            .Select(unit => Math.Sqrt(outputs.Weights.Sum(w => (double)w[unit] * w[unit])))];
        var components = PrincipalSums.Of([.. rows.AsParallel().AsOrdered().Select(SumsOf)], importance, spec.Network.Sums);
        var columns = Columns(spec.Network.Sums, feature => components.Of(WeightsOf(feature)));
        var largest = columns.Max(Largest);
        var scale = spec.Grain > 0 && largest > 0 ? largest / (sbyte.MaxValue * spec.Grain) : 1;
        foreach (var column in columns)
        {
            TensorPrimitives.Divide(column, scale, column);
            Grains.Round(column, spec.Grain);
        }

        var (weights, bias) = components.Units(scale);
        return new(weights, [.. Bias.Zip(bias, (own, mean) => own + mean)], [], new(columns, new float[columns.Length], []));
    }

    private static float Largest(float[] column)
    {
        float[] sizes = [.. column.Select(MathF.Abs).Where(w => w > 0).Order()];
        return sizes.Length > 0 ? sizes[^(1 + (sizes.Length * CutOff / 10_000))] : 0;
    }

    private float[] WeightsOf(int feature)
    {
        var weights = new float[members.Length * _units];
        for (var member = 0; member < members.Length; member++)
        {
            members[member].UnitsOf(feature).CopyTo(weights.AsSpan(member * _units));
        }

        for (var unit = 0; unit < weights.Length; unit++)
        {
            weights[unit] *= 2;
        }

        return weights;
    }

    private float[] SumsOf(SparseVector row)
    {
        var sums = new float[members.Length * _units];
        for (var member = 0; member < members.Length; member++)
        {
            var own = sums.AsSpan(member * _units, _units);
            for (var i = 0; i < row.Buckets.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(members[member].UnitsOf(row.Buckets[i]), 2 * row.Values[i], own, own);
            }
        }

        return sums;
    }

    private float[][] Columns(int count, Func<int, float[]> rowOf)
    {
        var columns = new float[count][];
        for (var column = 0; column < count; column++)
        {
            columns[column] = new float[size];
        }

        Parallel.For(0, buckets.Length, feature =>
        {
            var row = rowOf(feature);
            for (var column = 0; column < count; column++)
            {
                columns[column][buckets[feature]] = row[column];
            }
        });
        return columns;
    }
}
