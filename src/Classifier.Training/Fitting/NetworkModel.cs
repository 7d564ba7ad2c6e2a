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
    /// <param name="calibrate">Passages that the calibrators are fitted on.</param>
    /// <param name="labels">Label names.</param>
    /// <param name="carries">Whether a row of <paramref name="calibrate"/> has a label.</param>
    /// <param name="seed">Seed of the contexts.</param>
    /// <param name="done">Called after each label.</param>
    /// <returns>
    /// The passage as a whole. Calibrators stand for all log-odds; where words have votes, those come from another
    /// chain and are added before.
    /// </returns>
    public static FittedModel Of(
        LinearWeights network,
        PassageSet calibrate,
        IReadOnlyList<string> labels,
        Func<int, int, bool> carries,
        int seed,
        Action? done = null)
    {
        var ml = new MLContext(seed);
        var layer = network.Hidden!;
        var first = layer.Hidden ?? layer;
        var features = Empty(ml, first.Weights[0].Length, FitRow.FeaturesName);
        var chain = new List<ITransformer>();
        if (layer.Hidden is not null)
        {
            AddLayer(ml, chain, features, layer.Hidden, FitRow.FeaturesName, (SumsName, "Score"));
        }

        AddLayer(
            ml,
            chain,
            features,
            layer,
            layer.Hidden is null ? FitRow.FeaturesName : SumsName,
            (HiddenName, "Probability"));
        var odds = FamilyScores.LogOdds(network, calibrate);
        for (var label = 0; label < labels.Count; label++)
        {
            chain.Add(LogisticModel.Of(ml, HiddenName, network.Weights[label], network.Bias[label]));
            chain.Add(LinearFitter.Calibrator(
                ml, [.. odds[label].Select((o, row) => new ScoredRow(o, carries(row, label)))], labels[label]));
            done?.Invoke();
        }

        return new(new TransformerChain<ITransformer>([.. chain]), features.Schema);
    }

    /// <summary>What single words add, over the sums that the chain of the passage has in a column.</summary>
    /// <param name="network">Outputs with votes.</param>
    /// <param name="labels">Label names; the columns are how much each listens, and its vote.</param>
    /// <param name="seed">Seed of the contexts.</param>
    public static FittedModel OfVotes(LinearWeights network, IReadOnlyList<string> labels, int seed)
    {
        var ml = new MLContext(seed);
        var units = network.Votes!.Hidden!;
        var sums = Empty(ml, units.Weights[0].Length, SumsName);
        var chain = new List<ITransformer>();
        AddLayer(ml, chain, sums, units, SumsName, (HiddenName, "Probability"));
        string[] columns = [.. labels.Select(l => $"{l}.Heard"), .. labels.Select(l => $"{l}.Vote")];
        for (var column = 0; column < columns.Length; column++)
        {
            AddModel(
                ml,
                chain,
                (network.Votes.Weights[column], network.Votes.Bias[column]),
                HiddenName,
                (columns[column], "Score"));
        }

        return new(new TransformerChain<ITransformer>([.. chain]), sums.Schema);
    }

    private static IDataView Empty(MLContext ml, int size, string column) =>
        LinearFitter.View(ml, [new(size, 0, [], [])], size, _ => new(), column);

    /// <summary>One model for each unit, and a column of what they all answer.</summary>
    private static void AddLayer(
        MLContext ml,
        List<ITransformer> chain,
        IDataView features,
        LinearWeights layer,
        string input,
        (string Name, string Column) answer)
    {
        string[] names = [.. layer.Weights.Select((_, unit) => $"{answer.Name}.{unit}")];
        for (var unit = 0; unit < names.Length; unit++)
        {
            AddModel(ml, chain, (layer.Weights[unit], layer.Bias[unit]), input, (names[unit], answer.Column));
        }

        chain.Add(ml.Transforms.Concatenate(answer.Name, names)
            .Fit(new TransformerChain<ITransformer>([.. chain]).Transform(features)));
    }

    /// <summary>One model, and what it answers under a name of its own.</summary>
    private static void AddModel(
        MLContext ml,
        List<ITransformer> chain,
        (float[] Weights, float Bias) unit,
        string input,
        (string Name, string Column) answer)
    {
        var model = LogisticModel.Of(ml, input, unit.Weights, unit.Bias);
        chain.Add(model);
        chain.Add(ml.Transforms.CopyColumns(answer.Name, answer.Column)
            .Fit(model.Transform(Empty(ml, unit.Weights.Length, input))));
    }
}
