using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>
/// How one family of labels is read off the sums of its columns: each column is a label's log-odds, or a unit of a
/// hidden layer whose answers the labels weigh. Immutable.
/// </summary>
/// <param name="model">The family's weights.</param>
internal sealed class TagFamily(LinearWeights model)
{
    /// <summary>Weights that touch features: those of the labels, or of the hidden layer.</summary>
    public LinearWeights First { get; } = model.Hidden ?? model;

    public int Labels => model.Weights.Count;

    public int Columns => First.Weights.Count;

    /// <summary>Turns a passage's sums into probabilities.</summary>
    /// <param name="columns">The sums; those of a hidden layer become its answers, from 0 to 1.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(Span<float> columns, Span<float> scores)
    {
        if (model.Hidden is not null)
        {
            TensorPrimitives.Sigmoid(columns, columns);
        }

        for (var label = 0; label < scores.Length; label++)
        {
            var logOdds = model.Hidden is null
                ? columns[label]
                : model.Bias[label] + TensorPrimitives.Dot(columns, model.Weights[label]);
            scores[label] = model.Calibrations[label].Probability(logOdds);
        }
    }

    /// <summary>How fast a label's log-odds rise with each column, at the passage that was scored (a gradient).</summary>
    /// <param name="label">Index in the family.</param>
    /// <param name="columns">As <see cref="Score"/> left them.</param>
    /// <param name="slopes">One for each column; overwritten.</param>
    public void Slopes(int label, ReadOnlySpan<float> columns, Span<float> slopes)
    {
        slopes.Clear();
        if (model.Hidden is null)
        {
            slopes[label] = 1;
            return;
        }

        for (var unit = 0; unit < slopes.Length; unit++)
        {
            slopes[unit] = model.Weights[label][unit] * columns[unit] * (1 - columns[unit]);
        }
    }
}
