using System.Numerics.Tensors;
using System.Runtime.InteropServices;
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
    /// <param name="features">Features that several words make together.</param>
    /// <param name="model">The model that they are features of.</param>
    /// <param name="label">Index among the model's labels.</param>
    /// <param name="shares">For each token, what its word adds on its own; the features are added.</param>
    /// <param name="exclusive">Whether the labels are classes of which one holds.</param>
    public Evidence[] Find(FeatureList features, LinearModel model, int label, Span<float> shares, bool exclusive = false)
    {
        Share(features, model, label, exclusive, shares);
        var strongest = shares.IsEmpty ? 0 : TensorPrimitives.Max(shares);
        if (strongest <= 0)
        {
            return [];
        }

        CollectRuns(shares, strongest * Floor);
        var runs = CollectionsMarshal.AsSpan(scratch.Runs);
        runs.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.First.CompareTo(b.First));
        var best = runs[..Math.Min(MaxSpans, runs.Length)];
        best.Sort(static (a, b) => a.First.CompareTo(b.First));
        var evidence = new Evidence[best.Length];
        for (var i = 0; i < evidence.Length; i++)
        {
            evidence[i] = new(Place(best[i].First, best[i].Last), best[i].Weight);
        }

        return evidence;
    }

    private static void Share(FeatureList features, LinearModel model, int label, bool exclusive, Span<float> shares)
    {
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

    private void CollectRuns(ReadOnlySpan<float> shares, float floor)
    {
        scratch.Runs.Clear();
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

            scratch.Runs.Add((first, t - 1, weight));
        }
    }

    private TextSpan Place(int first, int last)
    {
        var tokens = scratch.Text.Tokens;
        return new(offset + tokens[first].Start, offset + tokens[last].End);
    }
}
