using Classifier.Core.Models;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// Fits a few networks apart and lays them side by side: their units make one hidden layer, and a label's log-odds are
/// the mean of theirs. A single one hangs on how it began.
/// </summary>
internal static class NetworkFitter
{
    /// <param name="passages">Training passages.</param>
    /// <param name="lessons">What each row is to teach.</param>
    /// <param name="size">Number of buckets.</param>
    /// <param name="spec">The family's settings.</param>
    /// <param name="seed">Decides the beginnings and the order of rows.</param>
    /// <param name="done">Called after each pass of each network.</param>
    /// <returns>
    /// Logistic outputs over a hidden layer of logistic units, over sums where there are any; no calibration.
    /// </returns>
    public static LinearWeights Fit(
        PassageSet passages, IReadOnlyList<Lesson> lessons, int size, FitSpec spec, int seed, Action? done = null)
    {
        var rare = SparseVector.Rare(passages.Vectors, size, spec.MinCount);
        int[] buckets = [.. Enumerable.Range(0, size).Where(b => !rare[b])];
        var compact = passages with
        {
            Vectors = Compact(passages.Vectors, rare, buckets),
            WordVectors = Compact(passages.WordVectors, rare, buckets),
        };
        var members = new HiddenNetwork[spec.Network.Members];
        Parallel.For(0, members.Length, i =>
        {
            members[i] = new HiddenNetwork(spec.Network, buckets.Length, lessons[0].Labels.Length, seed + i);
            members[i].Learn(compact, lessons, spec.Iterations, done);
        });
        var outputs = Outputs([.. members.Select(m => m.Outputs)]);
        var units = new UnitTable(members, buckets, size, spec.Network.Votes > 0 ? spec.Network.Voters : 0);
        if (spec.Network.Votes == 0)
        {
            return outputs with
            {
                Hidden = spec.Network.Sums > 0
                    ? units.OverSums(compact.Vectors, outputs, null, spec).Units
                    : units.OverBuckets(spec.Grain),
            };
        }

        var votes = Outputs([.. members.Take(spec.Network.Voters).Select(m => m.Votes!.Outputs)]);
        var (hidden, voting) = units.OverSums(compact.Vectors, outputs, votes, spec);
        return outputs with { Hidden = hidden, Votes = votes with { Hidden = voting } };
    }

    /// <summary>The rows with the buckets in use numbered from 0, so that a network has no rows for others.</summary>
    private static SparseVector[] Compact(IReadOnlyList<SparseVector> rows, bool[] rare, int[] buckets)
    {
        var numbers = new int[rare.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            numbers[buckets[i]] = i;
        }

        return [.. rows.Select(r => r.Without(rare))
            .Select(r => new SparseVector([.. r.Buckets.Select(b => numbers[b])], r.Values))];
    }

    /// <summary>
    /// A hyperbolic tangent of x is twice the logistic function of 2x, less 1; the 1 goes to the outputs' biases.
    /// </summary>
    private static LinearWeights Outputs(OutputLayer[] members)
    {
        var labels = members[0].Labels;
        var (weights, bias) = (new float[labels][], new float[labels]);
        for (var label = 0; label < labels; label++)
        {
            weights[label] = [.. members.SelectMany(m => m.Of(label).ToArray()).Select(w => 2 * w / members.Length)];
            bias[label] = (float)(members.Average(m => m.Bias[label]) - (weights[label].Sum(w => (double)w) / 2));
        }

        return new(weights, bias, []);
    }
}
