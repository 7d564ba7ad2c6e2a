using Classifier.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Training.Fitting;

/// <summary>
/// A network as a chain of ML.NET models, which any ML.NET program opens: one logistic model for each hidden unit, and
/// over their probabilities one calibrated logistic model for each label. Where units are made of few sums, those are
/// the scores of models that come first.
/// </summary>
internal static class NetworkModel
{
    private const string HiddenName = "Hidden";
    private const string SumsName = "Sums";

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
        var first = layer.Hidden ?? layer;
        var size = first.Weights[0].Length;
        var features = LinearFitter.View(ml, LinearFitter.Buffers(calibrate, size), size, _ => new());
        var chain = new List<ITransformer>();
        if (layer.Hidden is not null)
        {
            AddLayer(ml, chain, features, layer.Hidden, FitRow.FeaturesName, (SumsName, "Score"));
        }

        AddLayer(ml, chain, features, layer, layer.Hidden is null ? FitRow.FeaturesName : SumsName, (HiddenName, "Probability"));
        var inputs = LinearFitter.Buffers(FamilyScores.Inputs(network, calibrate), layer.Weights.Count);
        for (var label = 0; label < labels.Count; label++)
        {
            var held = LinearFitter.View(
                ml, inputs, layer.Weights.Count, row => new() { Label = carries(row, label) }, HiddenName);
            var output = LogisticModel.Of(ml, HiddenName, network.Weights[label], network.Bias[label]);
            chain.Add(LinearFitter.Calibrated(ml, output, held, labels[label]));
            done?.Invoke();
        }

        return new(new TransformerChain<ITransformer>([.. chain]), features.Schema);
    }

    /// <summary>One model for each unit, and a column of what they all answer.</summary>
    private static void AddLayer(
        MLContext ml, List<ITransformer> chain, IDataView features, LinearWeights layer, string input, (string Name, string Column) answer)
    {
        string[] names = [.. layer.Weights.Select((_, unit) => $"{answer.Name}.{unit}")];
        for (var unit = 0; unit < names.Length; unit++)
        {
            var model = LogisticModel.Of(ml, input, layer.Weights[unit], layer.Bias[unit]);
            var empty = LinearFitter.View(ml, [new(layer.Weights[unit].Length, 0, [], [])], layer.Weights[unit].Length, _ => new(), input);
            chain.Add(model);
            chain.Add(ml.Transforms.CopyColumns(names[unit], answer.Column).Fit(model.Transform(empty)));
        }

        chain.Add(ml.Transforms.Concatenate(answer.Name, names).Fit(new TransformerChain<ITransformer>([.. chain]).Transform(features)));
    }
}
