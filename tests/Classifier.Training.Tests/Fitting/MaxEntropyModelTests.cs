using Classifier.Core.Models;
using Classifier.Training.Fitting;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Training.Tests.Fitting;

public sealed class MaxEntropyModelTests
{
    private static readonly float[][] Weights = [[1, 0, -2, 0], [0, 0, 0, 0.5f], [0, -0.25f, 0, 0]];
    private static readonly float[] Bias = [0.5f, -1, 0];

    [Fact]
    public void The_file_holds_the_weights_as_they_are()
    {
        using var folder = new TempFolder();
        Save(folder["model.zip"]);
        var read = MlNetModelReader.Read(folder["model.zip"]);
        Assert.Equal(Weights, read.Weights);
        Assert.Equal(Bias, read.Bias);
    }

    [Fact]
    public void Any_program_with_MLNET_gets_the_probabilities()
    {
        using var folder = new TempFolder();
        Save(folder["model.zip"]);
        var ml = new MLContext(1);
        var model = ml.Model.Load(folder["model.zip"], out _);
        var rows = new[] { new FitRow { Features = new SparseVector([0, 2], [1, 0.5f]).ToBuffer(4) } };
        var view = ml.Data.LoadFromEnumerable(rows, FitRow.Schema(4, FitRow.FeaturesName));
        var keys = ml.Transforms.Conversion.MapValueToKey(FitRow.ClassKeyName, FitRow.ClassName).Fit(view);
        var scores = model.Transform(keys.Transform(view)).GetColumn<float[]>("Score").Single();
        var powers = new[] { 0.5 + 1 - 1, -1, 0 }.Select(Math.Exp).ToArray();
        Assert.Equal(
            powers.Select(p => p / powers.Sum()), scores.Select(s => (double)s), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void Rounded_weights_are_whole_grains_and_the_bias_stays()
    {
        var model = MaxEntropyModel.Of([[1, 0, -2.2f, 0], [0, 0, 0, 0.4f], [0, -0.2f, 0, 0]], Bias);
        MaxEntropyModel.Round(model.Chain, 0.5f);
        var weights = MlNetModelReader.Collect(model.Chain, "model.zip");
        Assert.Equal([[1, 0, -2, 0], [0, 0, 0, 0.5f], [0, 0, 0, 0]], weights.Weights);
        Assert.Equal(Bias, weights.Bias);
    }

    private static void Save(string path)
    {
        var model = MaxEntropyModel.Of([.. Weights.Select(w => (float[])w.Clone())], Bias);
        new MLContext(1).Model.Save(model.Chain, model.Schema, path);
    }
}
