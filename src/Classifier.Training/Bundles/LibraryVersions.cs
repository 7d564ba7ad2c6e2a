using System.Reflection;

namespace Classifier.Training.Bundles;

/// <summary>Versions of the libraries that shape weights, for the manifest.</summary>
internal static class LibraryVersions
{
    public static IReadOnlyDictionary<string, string> All() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Microsoft.ML"] = Of(typeof(Microsoft.ML.MLContext)),
            ["Microsoft.ML.StandardTrainers"] = Of(typeof(Microsoft.ML.Trainers.SdcaLogisticRegressionBinaryTrainer)),
            ["MathNet.Numerics"] = Of(typeof(MathNet.Numerics.LinearAlgebra.Matrix<double>)),
            ["System.Numerics.Tensors"] = Of(typeof(System.Numerics.Tensors.TensorPrimitives)),
            [".NET"] = Environment.Version.ToString(),
        };

    private static string Of(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "?";
}
