using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>
/// How one family of labels is read off the sums of its columns: each column is a label's log-odds, or a unit of a
/// hidden layer whose answers the labels weigh. Immutable; weights that touch features are the table's, and none are
/// kept here, since as columns they take ten times its room.
/// </summary>
/// <param name="model">The family's weights.</param>
internal sealed class TagFamily(LinearWeights model)
{
    private readonly Calibration[] _calibrations = [.. model.Calibrations];

    /// <summary>What the labels make of a hidden layer; null if they are the columns.</summary>
    private readonly (float[] Weights, float Bias)[]? _outputs = model.Hidden is null ? null : [.. model.Weights.Zip(model.Bias)];

    public int Labels => _calibrations.Length;

    public int Columns { get; } = First(model).Weights.Count;

    /// <summary>Weights that touch features: those of the labels, or of the hidden layer.</summary>
    public static LinearWeights First(LinearWeights model) => model.Hidden ?? model;

    /// <summary>Turns a passage's sums into probabilities.</summary>
    /// <param name="columns">The sums; those of a hidden layer become its answers, from 0 to 1.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(Span<float> columns, Span<float> scores)
    {
        if (_outputs is not null)
        {
            TensorPrimitives.Sigmoid(columns, columns);
        }

        for (var label = 0; label < scores.Length; label++)
        {
            var logOdds = _outputs is null
                ? columns[label]
                : _outputs[label].Bias + TensorPrimitives.Dot(columns, _outputs[label].Weights);
            scores[label] = _calibrations[label].Probability(logOdds);
        }
    }

    /// <summary>How fast a label's log-odds rise with each column, at the passage that was scored (a gradient).</summary>
    /// <param name="label">Index in the family.</param>
    /// <param name="columns">As <see cref="Score"/> left them.</param>
    /// <param name="slopes">One for each column; overwritten.</param>
    public void Slopes(int label, ReadOnlySpan<float> columns, Span<float> slopes)
    {
        slopes.Clear();
        if (_outputs is null)
        {
            slopes[label] = 1;
            return;
        }

        for (var unit = 0; unit < slopes.Length; unit++)
        {
            slopes[unit] = _outputs[label].Weights[unit] * columns[unit] * (1 - columns[unit]);
        }
    }
}
