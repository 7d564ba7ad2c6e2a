using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>Calibrated probabilities of one label over many vectors.</summary>
internal static class FamilyScores
{
    public static IReadOnlyList<float> OfLabel(LinearWeights model, int label, IReadOnlyList<SparseVector> vectors)
    {
        var weights = model.Weights[label];
        return [.. vectors.Select(v => model.Calibrations[label].Probability(model.Bias[label] + Dot(weights, v)))];
    }

    private static float Dot(float[] weights, SparseVector vector)
    {
        var sum = 0f;
        for (var i = 0; i < vector.Buckets.Length; i++)
        {
            sum += weights[vector.Buckets[i]] * vector.Values[i];
        }

        return sum;
    }
}
