using System.Numerics.Tensors;
using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>Calibrated probabilities of a family's labels over many vectors, or the best of exclusive classes.</summary>
internal static class FamilyScores
{
    /// <summary>For each label, its probability for each vector.</summary>
    public static IReadOnlyList<float[]> OfLabels(LinearWeights model, IReadOnlyList<SparseVector> vectors)
    {
        var inputs = Inputs(model, vectors);
        return [.. model.Weights.Select((weights, label) =>
            inputs.Select(v => model.Calibrations[label].Probability(model.Bias[label] + Dot(weights, v))).ToArray())];
    }

    /// <summary>What the labels weigh for each vector: the vector itself, or what a hidden layer answers to it.</summary>
    public static IReadOnlyList<SparseVector> Inputs(LinearWeights model, IReadOnlyList<SparseVector> vectors) =>
        model.Hidden is { } layer ? OfLayer(layer, Projected(layer, vectors), u => TensorPrimitives.Sigmoid<float>(u, u)) : vectors;

    /// <summary>What a layer weighs for each vector: the vector itself, or the sums of the layer before it.</summary>
    private static IReadOnlyList<SparseVector> Projected(LinearWeights layer, IReadOnlyList<SparseVector> vectors) =>
        layer.Hidden is { } sums ? OfLayer(sums, vectors, _ => { }) : vectors;

    private static SparseVector[] OfLayer(LinearWeights layer, IReadOnlyList<SparseVector> vectors, Action<float[]> answer)
    {
        int[] numbers = [.. Enumerable.Range(0, layer.Weights.Count)];
        var answers = new SparseVector[vectors.Count];
        Parallel.For(0, answers.Length, i =>
        {
            var units = OfClasses(layer, vectors[i]);
            answer(units);
            answers[i] = new(numbers, units);
        });
        return answers;
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
