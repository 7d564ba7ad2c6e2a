using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Classifier.Core.Models;

/// <summary>
/// Reads ML.NET model files: chains of calibrated binary models; the same over one layer of binary models, or over two,
/// of which the first answers with plain sums; or one maximum-entropy model.
/// </summary>
public static class MlNetModelReader
{
    /// <exception cref="ClassifierException">The file is no such model.</exception>
    public static LinearWeights Read(string path) => Read(path, () => { });

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="beforeLoader">
    /// Called before ML.NET's own loader is asked, which may never come back from a file that is damaged; throws where
    /// it is known to be.
    /// </param>
    internal static LinearWeights Read(string path, Action beforeLoader)
    {
        try
        {
            if (LinearModelZip.TryRead(path) is { Weights.Count: > 0 } weights)
            {
                return Checked(weights, path);
            }

            beforeLoader();
            return ReadAny(path);
        }
        catch (Exception e) when (e is not (ClassifierException or OutOfMemoryException) && !FileTrouble.MayPass(e))
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition,
                "BUNDLE_INVALID",
                $"{path} is not a readable ML.NET model: {e.Message}",
                e);
        }
    }

    /// <summary>Collects the linear parts of a trained model in the order of its chain.</summary>
    public static LinearWeights Collect(ITransformer model, string name)
    {
        var weights = new List<float[]>();
        var bias = new List<float>();
        var calibrations = new List<Calibration>();
        foreach (var part in Parts(model))
        {
            switch (part)
            {
                case CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> binary:
                    weights.Add([.. binary.SubModel.Weights]);
                    bias.Add(binary.SubModel.Bias);
                    break;
                case PlattCalibrator platt:
                    calibrations.Add(new(platt.Slope, platt.Offset));
                    break;
                case MaximumEntropyModelParameters classes:
                    AddClasses(classes, weights, bias);
                    break;
            }
        }

        return Checked(new(weights, bias, calibrations), name);
    }

    /// <summary>
    /// Whatever ML.NET can open. Apart, since ML.NET is loaded when this is first called, and seldom needed.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LinearWeights ReadAny(string path) => Collect(new MLContext(0).Model.Load(path, out _), path);

    internal static LinearWeights Checked(LinearWeights model, string name)
    {
        var layered = Layered(model);
        var (weights, calibrations) = (layered.Weights.Count, layered.Calibrations.Count);
        if (layered.Hidden?.Hidden?.Hidden is not null)
        {
            throw ClassifierException.BadBundle(
                $"{name} holds more than two layers of models before those of its labels.");
        }

        return weights > 0 && (calibrations == 0 || calibrations == weights)
            ? layered
            : throw ClassifierException.BadBundle(
                $"{name} holds {weights} linear models and {calibrations} calibrators.");
    }

    /// <summary>
    /// Models that weigh as many inputs as there are models of one kind before them weigh what those answer.
    /// </summary>
    private static LinearWeights Layered(LinearWeights model)
    {
        LinearWeights? layer = null;
        for (var (first, inputs) = (0, -1); first < model.Weights.Count;)
        {
            var size = model.Weights[first].Length;
            var count = model.Weights.Skip(first).TakeWhile(w => w.Length == size).Count();
            if (inputs >= 0 && size != inputs)
            {
                return model;
            }

            layer = new([.. model.Weights.Skip(first).Take(count)], [.. model.Bias.Skip(first).Take(count)], [], layer);
            (first, inputs) = (first + count, count);
        }

        return layer is null ? model : layer with { Calibrations = model.Calibrations };
    }

    private static void AddClasses(MaximumEntropyModelParameters model, List<float[]> weights, List<float> bias)
    {
        VBuffer<float>[]? all = null;
        model.GetWeights(ref all, out var classes);
        for (var i = 0; i < classes; i++)
        {
            weights.Add([.. all[i].DenseValues()]);
        }

        bias.AddRange(model.GetBiases());
    }

    private static IEnumerable<object> Parts(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.SelectMany(Parts),
        ISingleFeaturePredictionTransformer<object> single => [single.Model],
        _ => [],
    };
}
