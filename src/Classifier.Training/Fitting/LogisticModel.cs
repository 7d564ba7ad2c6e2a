using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Classifier.Training.Fitting;

/// <summary>
/// Logistic models of ML.NET with weights that were fitted, or rounded, elsewhere. ML.NET has no public way to make one
/// but to train it: one is trained on two rows, and its numbers are replaced.
/// </summary>
internal static class LogisticModel
{
    private sealed class TwoRows
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }

    /// <param name="ml">The context of the chain that it becomes a part of.</param>
    /// <param name="column">The column of its features.</param>
    /// <param name="weights">One for each feature.</param>
    /// <param name="bias">Added to the score.</param>
    public static ITransformer Of(MLContext ml, string column, float[] weights, float bias)
    {
        var schema = SchemaDefinition.Create(typeof(TwoRows));
        schema[nameof(TwoRows.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, weights.Length);
        schema[nameof(TwoRows.Features)].ColumnName = column;
        TwoRows[] rows = [Row(true), Row(false)];
        var trained = ml.BinaryClassification.Trainers
            .LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = nameof(TwoRows.Label),
                FeatureColumnName = column,
                NumberOfThreads = 1,
                MaximumNumberOfIterations = 1,
            })
            .Fit(ml.Data.LoadFromEnumerable(rows, schema));
        Replace(trained.Model.SubModel, weights, bias);
        return trained;

        TwoRows Row(bool label) => new() { Label = label, Features = new(weights.Length, 1, [label ? 1f : -1f], [0]) };
    }

    /// <summary>Rounds the weights of a trained model.</summary>
    public static void Round(ITransformer trained, float grain)
    {
        var model = ((ISingleFeaturePredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>)trained).Model;
        Replace(model.SubModel, WholeGrains.Round([.. model.SubModel.Weights], grain), model.SubModel.Bias);
    }

    private static void Replace(LinearModelParameters model, float[] weights, float bias)
    {
        WeightOf(model) = new VBuffer<float>(weights.Length, weights);
        DenseOf(model) = WeightOf(model);
        BiasOf(model) = bias;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "Weight")]
    private static extern ref VBuffer<float> WeightOf(LinearModelParameters model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_weightsDense")]
    private static extern ref VBuffer<float> DenseOf(LinearModelParameters model);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Bias>k__BackingField")]
    private static extern ref float BiasOf(LinearModelParameters model);
}
