using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>
/// Logistic units between a family's columns and its labels. Each column is the sum of a unit, or, where the family's
/// features are projected, a part of many units: then there are far more units than columns, and they cost no memory
/// for each feature. Immutable.
/// </summary>
internal sealed class HiddenLayer
{
    /// <summary>Units of a model whose answers lie on the stack.</summary>
    private const int MostOnStack = 1024;

    private readonly float[] _bias;

    /// <summary>For each column, its weight toward each unit; null if the columns are the units' sums.</summary>
    private readonly float[][]? _parts;

    private readonly (float[] Weights, float Bias)[] _outputs;

    /// <param name="model">A family's weights that have a hidden layer.</param>
    public HiddenLayer(LinearWeights model)
    {
        var units = model.Hidden!;
        _outputs = [.. model.Weights.Zip(model.Bias)];
        _bias = [.. units.Bias];
        _parts = units.Hidden is null
            ? null
            : [.. units.Hidden.Weights.Select((_, column) => units.Weights.Select(w => w[column]).ToArray())];
    }

    /// <param name="columns">A passage's sums.</param>
    /// <param name="logOdds">One for each label; overwritten.</param>
    public void LogOdds(ReadOnlySpan<float> columns, Span<float> logOdds)
    {
        var units = _bias.Length <= MostOnStack ? stackalloc float[_bias.Length] : new float[_bias.Length];
        Answer(columns, units);
        for (var label = 0; label < logOdds.Length; label++)
        {
            logOdds[label] = _outputs[label].Bias + TensorPrimitives.Dot(units, _outputs[label].Weights);
        }
    }

    /// <summary>How fast a label's log-odds rise with each column.</summary>
    /// <param name="label">Index in the family.</param>
    /// <param name="columns">A passage's sums.</param>
    /// <param name="slopes">One for each column; overwritten.</param>
    public void Slopes(int label, ReadOnlySpan<float> columns, Span<float> slopes)
    {
        var units = _bias.Length <= MostOnStack ? stackalloc float[_bias.Length] : new float[_bias.Length];
        Answer(columns, units);
        for (var unit = 0; unit < units.Length; unit++)
        {
            units[unit] *= (1 - units[unit]) * _outputs[label].Weights[unit];
        }

        if (_parts is null)
        {
            units.CopyTo(slopes);
            return;
        }

        for (var column = 0; column < slopes.Length; column++)
        {
            slopes[column] = TensorPrimitives.Dot(_parts[column], units);
        }
    }

    /// <summary>The units' answers, from 0 to 1. The table has added its own columns' biases.</summary>
    private void Answer(ReadOnlySpan<float> columns, Span<float> units)
    {
        if (_parts is null)
        {
            columns[..units.Length].CopyTo(units);
        }
        else
        {
            _bias.CopyTo(units);
            for (var column = 0; column < _parts.Length; column++)
            {
                TensorPrimitives.MultiplyAdd(_parts[column], columns[column], units, units);
            }
        }

        TensorPrimitives.Sigmoid(units, units);
    }
}
