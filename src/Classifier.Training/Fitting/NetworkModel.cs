using Classifier.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Training.Fitting;

/// <summary>
/// A network as a chain of ML.NET models, which any ML.NET program opens: one logistic model for each hidden unit, and
/// over their probabilities one calibrated logistic model for each label.
/// </summary>
internal static class NetworkModel
{
    private const string HiddenName = "Hidden";

    /// <param name="network">Outputs over a hidden layer.</param>
    /// <param name="calibrate">Vectors that the calibrators are fitted on.</param>
    /// <param name="labels">Label names.</param>
    /// <param name="carries">Whether a row of <paramref name="calibrate"/> has a label.</param>
    /// <param name="seed">Seed of the contexts.</param>
    /// <param name="done">Called after each label.</param>
    public static FittedModel Of(
        LinearWeights network, IReadOnlyList<SparseVector> calibrate, IReadOnlyList<string> labels, Func<int, int, bool> carries, int seed, Action? done = null)
    {
        var ml = new MLContext(seed);
        var layer = network.Hidden!;
        string[] names = [.. layer.Weights.Select((_, unit) => $"{HiddenName}.{unit}")];
        var chain = layer.Weights.SelectMany((weights, unit) => Unit(ml, weights, layer.Bias[unit], names[unit])).ToList();
        var answers = FamilyScores.OfUnits(layer, calibrate);
        var features = LinearFitter.View(ml, LinearFitter.Buffers(calibrate, layer.Weights[0].Length), layer.Weights[0].Length, _ => new());
        chain.Add(ml.Transforms.Concatenate(HiddenName, names).Fit(new TransformerChain<ITransformer>([.. chain]).Transform(features)));
        var inputs = LinearFitter.Buffers(answers, names.Length);
        for (var label = 0; label < labels.Count; label++)
        {
            var held = LinearFitter.View(
                ml, inputs, names.Length, row => new() { Label = carries(row, label) }, HiddenName);
            var output = LogisticModel.Of(ml, HiddenName, network.Weights[label], network.Bias[label]);
            chain.Add(LinearFitter.Calibrated(ml, output, held, labels[label]));
            done?.Invoke();
        }

        return new(new TransformerChain<ITransformer>([.. chain]), features.Schema);
    }

    private static ITransformer[] Unit(MLContext ml, float[] weights, float bias, string name)
    {
        var model = LogisticModel.Of(ml, FitRow.FeaturesName, weights, bias);
        var empty = LinearFitter.View(ml, [new(weights.Length, 0, [], [])], weights.Length, _ => new());
        return [model, ml.Transforms.CopyColumns(name, "Probability").Fit(model.Transform(empty))];
    }
}
