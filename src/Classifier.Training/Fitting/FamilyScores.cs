using System.Numerics.Tensors;
using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>
/// Calibrated probabilities of a family's labels over many vectors, or the best of exclusive classes.
/// </summary>
internal static class FamilyScores
{
    /// <summary>For each label, its probability for each passage.</summary>
    public static IReadOnlyList<float[]> OfLabels(LinearWeights model, PassageSet passages) =>
        [.. LogOdds(model, passages)
            .Select((odds, label) => odds.Select(o => model.Calibrations[label].Probability(o)).ToArray())];

    /// <summary>For each label, its log-odds before calibration for each passage.</summary>
    public static IReadOnlyList<float[]> LogOdds(LinearWeights model, PassageSet passages)
    {
        var inputs = Inputs(model, passages.Vectors);
        float[][] odds = [.. model.Weights.Select(
            (weights, label) => inputs.Select(v => model.Bias[label] + Dot(weights, v)).ToArray())];
        if (model.Votes is not null)
        {
            AddVotes(model, passages, odds);
        }

        if (model.Beside is not null)
        {
            AddBeside(LogOdds(model.Beside, passages), odds);
        }

        return odds;
    }

    private static void AddBeside(IReadOnlyList<float[]> own, float[][] odds)
    {
        for (var label = 0; label < own.Count; label++)
        {
            LinearWeights.AddBeside(own[label], odds[label]);
        }
    }

    private static void AddVotes(LinearWeights model, PassageSet passages, float[][] odds)
    {
        var words = OfWords(model, passages.WordVectors);
        Parallel.For(0, passages.Words.Count, row =>
        {
            var (heard, voted, own) = (new float[odds.Length], new float[odds.Length], new float[odds.Length]);
            foreach (var word in passages.Words[row])
            {
                TensorPrimitives.Add(heard, words[word].Heard, heard);
                TensorPrimitives.MultiplyAdd(words[word].Heard, words[word].Votes, voted, voted);
            }

            WordVotes.AddTo(heard, voted, own);
            for (var label = 0; label < own.Length; label++)
            {
                odds[label][row] += own[label];
            }
        });
    }

    /// <summary>How much each label listens to each word, and the word's votes.</summary>
    private static (float[] Heard, float[] Votes)[] OfWords(LinearWeights model, IReadOnlyList<SparseVector> words)
    {
        var votes = new WordVotes(model);
        var sums = model.Hidden!.Hidden!;
        var given = new (float[] Heard, float[] Votes)[words.Count];
        Parallel.For(0, given.Length, i =>
        {
            given[i] = (new float[votes.Labels], new float[votes.Labels]);
            votes.Of(OfClasses(sums, words[i]), given[i].Heard, given[i].Votes);
        });
        return given;
    }

    /// <summary>
    /// What the labels weigh for each vector: the vector itself, or what a hidden layer answers to it.
    /// </summary>
    public static IReadOnlyList<SparseVector> Inputs(LinearWeights model, IReadOnlyList<SparseVector> vectors) =>
        model.Hidden is { } layer
            ? OfLayer(layer, Projected(layer, vectors), u => TensorPrimitives.Sigmoid<float>(u, u))
            : vectors;

    /// <summary>What a layer weighs for each vector: the vector itself, or the sums of the layer before it.</summary>
    private static IReadOnlyList<SparseVector> Projected(LinearWeights layer, IReadOnlyList<SparseVector> vectors) =>
        layer.Hidden is { } sums ? OfLayer(sums, vectors, _ => { }) : vectors;

    private static SparseVector[] OfLayer(
        LinearWeights layer, IReadOnlyList<SparseVector> vectors, Action<float[]> answer)
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
    public static int Best(LinearWeights model, SparseVector vector) =>
        TensorPrimitives.IndexOfMax<float>(OfClasses(model, vector));

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
