using System.Runtime.CompilerServices;
using Classifier.Training.Recipes;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Classifier.Training.Fitting;

/// <summary>
/// Weights that were fitted elsewhere as a maximum-entropy model of ML.NET, which any ML.NET program opens. ML.NET has
/// no public way to make one but to train it: one is trained on a row for each class, and its numbers are replaced.
/// </summary>
internal static class MaxEntropyModel
{
    private static readonly FitSpec Quick = new() { Iterations = 1, MinCount = 1, L2 = 0.1f };

    /// <param name="weights">For each class, one weight for each bucket.</param>
    /// <param name="bias">One for each class.</param>
    public static FittedModel Of(float[][] weights, float[] bias)
    {
        var rows = Enumerable.Range(0, bias.Length).Select(i => new SparseVector([i], [1])).ToList();
        var model = LinearFitter.FitClasses(
            rows, [.. Enumerable.Range(0, bias.Length)], weights[0].Length, Quick, 0);
        var parameters = ParametersOf(model.Chain);
        var held = WeightsOf(parameters);
        for (var i = 0; i < weights.Length; i++)
        {
            held[i] = new VBuffer<float>(weights[i].Length, weights[i]);
        }

        bias.CopyTo(BiasesOf(parameters), 0);
        return model;
    }

    /// <summary>Rounds the weights of a trained model to whole grains.</summary>
    public static void Round(ITransformer trained, float grain)
    {
        var held = WeightsOf(ParametersOf(trained));
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = new VBuffer<float>(held[i].Length, WholeGrains.Round([.. held[i].DenseValues()], grain));
        }
    }

    private static MaximumEntropyModelParameters ParametersOf(ITransformer trained) =>
        ((MulticlassPredictionTransformer<MaximumEntropyModelParameters>)trained).Model;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "Weights")]
    private static extern ref VBuffer<float>[] WeightsOf(LinearMulticlassModelParametersBase model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "Biases")]
    private static extern ref float[] BiasesOf(LinearMulticlassModelParametersBase model);
}
