using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Classifier.Core.Features;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core;

/// <summary>
/// Turns a model's answer into the words that gave it: every feature's contribution (its value times how fast the
/// answer rises with it, which for a linear model is its weight) is shared among the tokens it came from, and runs of
/// tokens that speak for the label are given back. Behind a hidden layer that is a first order: what is sure many times
/// over may show little.
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
    /// <param name="slopes">How much each of the model's sums speaks for the label.</param>
    /// <param name="shares">For each token, what its word adds on its own; the features are added.</param>
    public Evidence[] Find(FeatureList features, LinearModel model, ReadOnlySpan<float> slopes, Span<float> shares)
    {
        Share(features, model, slopes, shares);
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

    private static void Share(FeatureList features, LinearModel model, ReadOnlySpan<float> slopes, Span<float> shares)
    {
        for (var i = 0; i < features.Count; i++)
        {
            var (first, last) = (features.First[i], features.Last[i]);
            if (first < 0)
            {
                continue;
            }

            var share = features.Values[i] * model.Pull(features.Buckets[i], slopes) / (last - first + 1);
            for (var t = first; t <= last; t++)
            {
                shares[t] += share;
            }
        }
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
