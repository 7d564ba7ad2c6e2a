using System.Numerics.Tensors;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// Maximum entropy over exclusive classes by stochastic gradient steps, each feature's step damped by what it has moved
/// so far (AdaGrad, Duchi et al. 2011, https://jmlr.org/papers/v12/duchi11a.html, with one sum for all classes of a
/// feature). A feature's weights lie side by side, so that fifty classes cost hardly more than eight, where ML.NET's
/// SDCA walks the classes one by one. One thread, rows in an order that the seed decides: the same rows give the same
/// weights.
/// </summary>
internal sealed class MaxEntropyFitter
{
    /// <summary>Keeps the first steps of a feature from being as long as the rate.</summary>
    private const float Start = 0.01f;
    private const float BiasRate = 0.02f;

    private readonly LanguageFit _fit;
    private readonly int _classes;
    private readonly float[] _weights;
    private readonly float[] _moved;
    private readonly float[] _bias;
    private readonly float[] _scores;

    private MaxEntropyFitter(LanguageFit fit, int classes, int size)
    {
        _fit = fit;
        _classes = classes;
        _weights = new float[size * classes];
        _moved = new float[size];
        _bias = new float[classes];
        _scores = new float[classes];
    }

    /// <summary>
    /// Fits the vectors, which lose their rare features; gives one array of weights and one bias for each class.
    /// </summary>
    public static (float[][] Weights, float[] Bias) Fit(LanguageVectors data, int size, LanguageFit fit, int seed)
    {
        LinearFitter.CheckAllPresent("language", data.ClassOf, data.Classes);
        var fitter = new MaxEntropyFitter(fit, data.Classes.Count, size);
        fitter.Run(data, SparseVector.Rare(data.Vectors, size, fit.MinCount), seed);
        return (fitter.Stored(size), fitter._bias);
    }

    private void Run(LanguageVectors data, bool[] rare, int seed)
    {
        var rows = data.Vectors;
        Parallel.For(0, rows.Length, i => rows[i] = rows[i].Without(rare));
        var importance = Importance(data.ClassOf);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(seed);
        var (done, all) = (0, (float)rows.Length * _fit.Epochs);
        for (var epoch = 0; epoch < _fit.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                var label = data.ClassOf[row];
                Step(rows[row], label, _fit.Rate * (1 - (done++ / all)) * importance[label]);
            }
        }
    }

    private float[] Importance(int[] classOf)
    {
        var counts = new int[_classes];
        foreach (var label in classOf)
        {
            counts[label]++;
        }

        return [.. counts.Select(c => MathF.Pow((float)counts.Max() / Math.Max(c, 1), _fit.Balance))];
    }

    private void Step(SparseVector row, int label, float rate)
    {
        Score(row);
        _scores[label] -= 1;
        var size = TensorPrimitives.Dot<float>(_scores, _scores);
        var (buckets, values) = (row.Buckets, row.Values);
        for (var i = 0; i < buckets.Length; i++)
        {
            ref var moved = ref _moved[buckets[i]];
            moved += size * values[i] * values[i];
            var weights = RowOf(buckets[i]);
            TensorPrimitives.MultiplyAdd(_scores, -rate * values[i] / MathF.Sqrt(moved + Start), weights, weights);
        }

        TensorPrimitives.MultiplyAdd<float>(_scores, -rate * BiasRate, _bias, _bias);
    }

    /// <summary>Leaves the probabilities of the classes in the scores.</summary>
    private void Score(SparseVector row)
    {
        var (buckets, values) = (row.Buckets, row.Values);
        Span<float> scores = _scores;
        _bias.CopyTo(scores);
        for (var i = 0; i < buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(RowOf(buckets[i]), values[i], scores, scores);
        }

        // SoftMax takes the exponents as they are, and those above 88 overflow.
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax<float>(scores, scores);
    }

    private Span<float> RowOf(int bucket) => _weights.AsSpan(bucket * _classes, _classes);

    /// <summary>
    /// Weights in whole grains. A shift of all classes alike changes no probability, so each feature is shifted to a
    /// median of 0 first, which leaves most of its weights 0.
    /// </summary>
    private float[][] Stored(int size)
    {
        var stored = new float[_classes][];
        for (var c = 0; c < _classes; c++)
        {
            stored[c] = new float[size];
        }

        var sorted = new float[_classes];
        for (var bucket = 0; bucket < size; bucket++)
        {
            var row = RowOf(bucket);
            row.CopyTo(sorted);
            Array.Sort(sorted);
            for (var c = 0; c < _classes; c++)
            {
                var grains = (row[c] - sorted[_classes / 2]) / _fit.Grain;
                stored[c][bucket] = MathF.Abs(grains) < _fit.LeastGrains ? 0 : MathF.Round(grains) * _fit.Grain;
            }
        }

        return stored;
    }
}
