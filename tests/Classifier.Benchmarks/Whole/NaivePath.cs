using Classifier.Core.Models;
using Classifier.Training.Corpus;
using Microsoft.ML;

namespace Classifier.Benchmarks.Whole;

/// <summary>
/// ML.NET as its tutorials have it: FeaturizeText and a linear model for each label, and a PredictionEngine for each of
/// these, asked one after the other. Trained on one passage in ten, which makes its features fewer and it faster.
/// </summary>
internal sealed class NaivePath
{
    private const int Step = 10;

    private readonly PredictionEngine<Input, MlNetPath.Answer>[] _engines;

    public NaivePath(IReadOnlyList<CorpusRow> rows, BundleManifest manifest)
    {
        var ml = new MLContext(1);
        var train = rows.Where((r, i) => r.Split == Splits.Train && i % Step == 0).ToList();
        var pipeline = ml.Transforms.Text.FeaturizeText("Features", nameof(Input.Text))
            .AppendCacheCheckpoint(ml)
            .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 5));
        _engines = [.. manifest.Actors.Labels.Concat(manifest.Events.Labels)
            .Select(label => ml.Data.LoadFromEnumerable(
                train.Select(r => new Input { Text = r.Text, Label = r.Actors.Concat(r.Events).Contains(label) })))
            .Select(view => ml.Model.CreatePredictionEngine<Input, MlNetPath.Answer>(pipeline.Fit(view)))];
    }

    public void Run(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var input = new Input { Text = text };
            foreach (var engine in _engines)
            {
                engine.Predict(input);
            }
        }
    }

    internal sealed class Input
    {
        public string Text { get; set; } = "";

        public bool Label { get; set; }
    }
}
