using Classifier.Training.Recipes;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Classifier.Training.Fitting;

/// <summary>
/// The table of trainers. Each runs on one thread with a fresh context, since ML.NET's parallel updates give other
/// weights from run to run; families are fitted side by side instead.
/// </summary>
internal static class Trainers
{
    private static readonly Dictionary<string, (
        Func<MLContext, FitSpec, IEstimator<ITransformer>> Binary,
        Func<MLContext, FitSpec, IEstimator<ITransformer>> Classes)> Table =
        new(StringComparer.Ordinal)
        {
            ["sdca"] = (SdcaBinary, SdcaClasses),
            ["lbfgs"] = (LbfgsBinary, LbfgsClasses),
        };

    public static IReadOnlyCollection<string> Names => Table.Keys;

    /// <summary>Logistic regression of one label against the rest.</summary>
    public static IEstimator<ITransformer> Binary(MLContext ml, FitSpec spec) => Table[spec.Trainer].Binary(ml, spec);

    /// <summary>Maximum entropy over exclusive classes.</summary>
    public static IEstimator<ITransformer> Classes(MLContext ml, FitSpec spec) => Table[spec.Trainer].Classes(ml, spec);

    private static IEstimator<ITransformer> SdcaBinary(MLContext ml, FitSpec spec) =>
        ml.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = FitRow.LabelName,
            FeatureColumnName = FitRow.FeaturesName,
            ExampleWeightColumnName = nameof(FitRow.Weight),
            NumberOfThreads = 1,
            L2Regularization = spec.L2,
            L1Regularization = spec.L1,
            MaximumNumberOfIterations = spec.Iterations,
            ConvergenceTolerance = 1e-3f,
        });

    private static IEstimator<ITransformer> SdcaClasses(MLContext ml, FitSpec spec) =>
        ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = FitRow.ClassKeyName,
            FeatureColumnName = FitRow.FeaturesName,
            ExampleWeightColumnName = nameof(FitRow.Weight),
            NumberOfThreads = 1,
            L2Regularization = spec.L2,
            L1Regularization = spec.L1,
            MaximumNumberOfIterations = spec.Iterations,
            ConvergenceTolerance = 1e-3f,
        });

    private static IEstimator<ITransformer> LbfgsBinary(MLContext ml, FitSpec spec) =>
        ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = FitRow.LabelName,
            FeatureColumnName = FitRow.FeaturesName,
            ExampleWeightColumnName = nameof(FitRow.Weight),
            NumberOfThreads = 1,
            L2Regularization = spec.L2,
            L1Regularization = spec.L1,
            MaximumNumberOfIterations = spec.Iterations,
        });

    private static IEstimator<ITransformer> LbfgsClasses(MLContext ml, FitSpec spec) =>
        ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = FitRow.ClassKeyName,
            FeatureColumnName = FitRow.FeaturesName,
            ExampleWeightColumnName = nameof(FitRow.Weight),
            NumberOfThreads = 1,
            L2Regularization = spec.L2,
            L1Regularization = spec.L1,
            MaximumNumberOfIterations = spec.Iterations,
        });
}
