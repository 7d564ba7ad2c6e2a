using Classifier.Core.Models;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// Fits a few networks apart and lays them side by side: their units make one hidden layer, and a label's log-odds are
/// the mean of theirs. A single one hangs on how it began.
/// </summary>
internal static class NetworkFitter
{
    /// <param name="rows">Training vectors.</param>
    /// <param name="labelsOf">For each row, 1 for each label that it carries and 0 for the others.</param>
    /// <param name="size">Number of buckets.</param>
    /// <param name="spec">The family's settings.</param>
    /// <param name="seed">Decides the beginnings and the order of rows.</param>
    /// <returns>Logistic outputs over a hidden layer of logistic units, over sums where there are any; no calibration.</returns>
    public static LinearWeights Fit(
        IReadOnlyList<SparseVector> rows, IReadOnlyList<float[]> labelsOf, int size, FitSpec spec, int seed)
    {
        var rare = SparseVector.Rare(rows, size, spec.MinCount);
        int[] buckets = [.. Enumerable.Range(0, size).Where(b => !rare[b])];
        var compact = Compact(rows, rare, buckets);
        var members = new HiddenNetwork[spec.Network.Members];
        Parallel.For(0, members.Length, i =>
        {
            members[i] = new HiddenNetwork(spec.Network, buckets.Length, labelsOf[0].Length, seed + i);
            members[i].Learn(compact, labelsOf, spec.Iterations);
        });
        var outputs = Outputs(members, labelsOf[0].Length);
        var units = new UnitTable(members, buckets, size);
        return outputs with { Hidden = spec.Network.Sums > 0 ? units.OverSums(compact, outputs, spec) : units.OverBuckets(spec.Grain) };
    }

    /// <summary>The rows with the buckets in use numbered from 0, so that a network has no rows for others.</summary>
    private static SparseVector[] Compact(IReadOnlyList<SparseVector> rows, bool[] rare, int[] buckets)
    {
        var numbers = new int[rare.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            numbers[buckets[i]] = i;
        }

        return [.. rows.Select(r => r.Without(rare)).Select(r => new SparseVector([.. r.Buckets.Select(b => numbers[b])], r.Values))];
    }

    /// <summary>
    /// A hyperbolic tangent of x is twice the logistic function of 2x, less 1; the 1 goes to the outputs' biases.
    /// </summary>
    private static LinearWeights Outputs(HiddenNetwork[] members, int labels)
    {
        var (weights, bias) = (new float[labels][], new float[labels]);
        for (var label = 0; label < labels; label++)
        {
            weights[label] = [.. members.SelectMany(m => m.OutputOf(label).ToArray()).Select(w => 2 * w / members.Length)];
            bias[label] = (float)(members.Average(m => m.OutputBias[label]) - (weights[label].Sum(w => (double)w) / 2));
        }

        return new(weights, bias, []);
    }
}
