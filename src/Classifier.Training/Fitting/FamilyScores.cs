using System.Numerics.Tensors;
using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>Calibrated probabilities of one label over many vectors, or the best of exclusive classes.</summary>
internal static class FamilyScores
{
    public static IReadOnlyList<float> OfLabel(LinearWeights model, int label, IReadOnlyList<SparseVector> vectors)
    {
        var weights = model.Weights[label];
        return [.. vectors.Select(v => model.Calibrations[label].Probability(model.Bias[label] + Dot(weights, v)))];
    }

    /// <summary>The class of the highest score.</summary>
    public static int Best(LinearWeights model, SparseVector vector) => TensorPrimitives.IndexOfMax<float>(OfClasses(model, vector));

    /// <summary>Probability of one of the exclusive classes.</summary>
    public static float OfClass(LinearWeights model, SparseVector vector, int index)
    {
        var scores = OfClasses(model, vector);
        TensorPrimitives.SoftMax<float>(scores, scores);
        return scores[index];
    }

    private static float[] OfClasses(LinearWeights model, SparseVector vector) =>
        [.. model.Weights.Select((weights, i) => model.Bias[i] + Dot(weights, vector))];

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
