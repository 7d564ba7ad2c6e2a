using System.Numerics.Tensors;
using Classifier.Core.Models;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// The hidden units of several networks as one layer of logistic units, over buckets or over few sums of them.
/// </summary>
/// <param name="members">The networks.</param>
/// <param name="buckets">The bucket of each of their features.</param>
/// <param name="size">Number of buckets.</param>
/// <param name="voters">How many of the networks hear single words.</param>
internal sealed class UnitTable(HiddenNetwork[] members, int[] buckets, int size, int voters)
{
    /// <summary>
    /// Weights of a sum that are cut off, of 10,000: the largest few would make the grains of all others coarse.
    /// </summary>
    private const int CutOff = 5;

    /// <summary>Passages that the sums are found on, taken evenly: as good as all, in a third of the time.</summary>
    private const int MostRows = 8000;

    private readonly int _units = members[0].UnitBias.Length;

    /// <summary>A hyperbolic tangent of x is made of the logistic function of 2x.</summary>
    private float[] Bias => [.. members.SelectMany(m => m.UnitBias.ToArray()).Select(b => 2 * b)];

    private float[] VoteBias =>
        [.. members.Take(voters).SelectMany(m => m.Votes!.UnitBias.ToArray()).Select(b => 2 * b)];

    /// <summary>A weight for each bucket and unit.</summary>
    public LinearWeights OverBuckets(float grain)
    {
        var columns = Columns(members.Length * _units, WeightsOf);
        return new([.. columns.Select(c => WholeGrains.Round(c, grain))], Bias, []);
    }

    /// <summary>
    /// Networks that learn the same from other beginnings look at a passage from nearly the same sides, so few sums of
    /// its features hold what hundreds of units take from it.
    /// </summary>
    /// <param name="rows">Vectors over the networks' features.</param>
    /// <param name="outputs">What the labels make of the units.</param>
    /// <param name="votes">What they make of the units of single words, null if words have no vote.</param>
    /// <param name="spec">The family's settings.</param>
    /// <returns>The units over the sums, and those of words over the same.</returns>
    public (LinearWeights Units, LinearWeights? Votes) OverSums(
        IReadOnlyList<SparseVector> rows, LinearWeights outputs, LinearWeights? votes, FitSpec spec)
    {
        double[] importance = [.. Importance(outputs), .. votes is null ? [] : Importance(votes)];
        var sample = EvenSample(rows, MostRows).AsParallel().AsOrdered().Select(SumsOf);
        var components = PrincipalSums.Of([.. sample], importance, spec.Network.Sums);
        var columns = Columns(spec.Network.Sums, feature => components.Of(WeightsOf(feature)));
        var largest = columns.Max(Largest);
        var scale = spec.Grain > 0 && largest > 0 ? largest / (sbyte.MaxValue * spec.Grain) : 1;
        foreach (var column in columns)
        {
            TensorPrimitives.Divide(column, scale, column);
            WholeGrains.Round(column, spec.Grain);
        }

        var (weights, bias) = components.Units(scale);
        var own = members.Length * _units;
        LinearWeights sums = new(columns, new float[columns.Length], []);
        LinearWeights units = new(weights[..own], [.. Bias.Zip(bias, (b, mean) => b + mean)], [], sums);

        // What the sums leave out of passages has a mean, which is added to their units; words are no passages.
        return (units, votes is null ? null : new(weights[own..], VoteBias, []));
    }

    /// <summary>All of few rows, or as many as may be in even steps.</summary>
    internal static IEnumerable<T> EvenSample<T>(IReadOnlyList<T> rows, int most)
    {
        var count = Math.Min(rows.Count, most);
        return Enumerable.Range(0, count).Select(i => rows[(int)((long)i * rows.Count / count)]);
    }

    private static IEnumerable<double> Importance(LinearWeights outputs) =>
        Enumerable.Range(0, outputs.Weights[0].Length).Select(
            unit => Math.Sqrt(outputs.Weights.Sum(w => (double)w[unit] * w[unit])));

    private static float Largest(float[] column)
    {
        float[] sizes = [.. column.Select(MathF.Abs).Where(w => w > 0).Order()];
        return sizes.Length > 0 ? sizes[^(1 + (sizes.Length * CutOff / 10_000))] : 0;
    }

    private float[] WeightsOf(int feature) => Twice(m => m.UnitsOf(feature).ToArray());

    private float[] SumsOf(SparseVector row) => Twice(member =>
    {
        var sums = new float[_units];
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(member.UnitsOf(row.Buckets[i]), row.Values[i], sums, sums);
        }

        return sums;
    });

    /// <summary>
    /// Twice what a feature or passage gives each network's units, and behind them those of its words.
    /// </summary>
    private float[] Twice(Func<HiddenNetwork, float[]> of)
    {
        float[][] given = [.. members.Select(of)];
        float[] units =
            [.. given.SelectMany(u => u), .. given.Take(voters).SelectMany((u, member) => Mixed(members[member], u))];
        TensorPrimitives.Multiply(units, 2, units);
        return units;
    }

    private static float[] Mixed(HiddenNetwork member, float[] sums)
    {
        var units = new float[member.Votes?.UnitBias.Length ?? 0];
        member.Votes?.Mix(sums, units);
        return units;
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
