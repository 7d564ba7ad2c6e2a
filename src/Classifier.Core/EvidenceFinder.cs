using Classifier.Core.Features;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core;

/// <summary>
/// Turns a linear model's answer into the words that gave it: every feature's contribution (value times weight) is
/// shared among the tokens it came from, and runs of tokens that speak for the label are given back.
/// </summary>
internal sealed class EvidenceFinder(FeatureScratch scratch, int offset)
{
    /// <summary>Most pieces of evidence for one label.</summary>
    private const int MaxSpans = 3;

    /// <summary>Tokens below this share of the strongest token's contribution are left out.</summary>
    private const float Floor = 0.3f;

    /// <summary>The strongest runs of tokens for a label, in the order of the text.</summary>
    public IReadOnlyList<Evidence> Find(FeatureList features, LinearModel model, int label, bool exclusive = false)
    {
        var shares = Shares(features, model, label, exclusive, scratch.Text.Tokens.Length);
        var strongest = shares.Length == 0 ? 0 : shares.Max();
        if (strongest <= 0)
        {
            return [];
        }

        return [.. Runs(shares, strongest * Floor)
            .OrderByDescending(r => r.Weight)
            .Take(MaxSpans)
            .OrderBy(r => r.First)
            .Select(r => new Evidence(Place(r.First, r.Last), r.Weight))];
    }

    private static float[] Shares(FeatureList features, LinearModel model, int label, bool exclusive, int tokens)
    {
        var shares = new float[tokens];
        for (var i = 0; i < features.Count; i++)
        {
            var (first, last) = (features.First[i], features.Last[i]);
            if (first < 0)
            {
                continue;
            }

            var share = features.Values[i] * Pull(model, features.Buckets[i], label, exclusive) / (last - first + 1);
            for (var t = first; t <= last; t++)
            {
                shares[t] += share;
            }
        }

        return shares;
    }

    /// <summary>Among exclusive classes only what a class gains over the mean of all counts.</summary>
    private static float Pull(LinearModel model, int bucket, int label, bool exclusive)
    {
        var weight = model.Weight(bucket, label);
        for (var other = 0; other < model.Labels && exclusive; other++)
        {
            weight -= model.Weight(bucket, other) / model.Labels;
        }

        return weight;
    }

    private static List<(int First, int Last, float Weight)> Runs(float[] shares, float floor)
    {
        var runs = new List<(int First, int Last, float Weight)>();
        for (var t = 0; t < shares.Length; t++)
        {
            if (shares[t] < floor)
            {
                continue;
            }

            var first = t;
            var weight = 0f;
            for (; t < shares.Length && shares[t] >= floor; t++)
            {
                weight += shares[t];
            }

            runs.Add((first, t - 1, weight));
        }

        return runs;
    }

    private TextSpan Place(int first, int last)
    {
        var tokens = scratch.Text.Tokens;
        return new(offset + tokens[first].Start, offset + tokens[last].End);
    }
}
