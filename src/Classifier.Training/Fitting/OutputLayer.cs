using System.Numerics.Tensors;

namespace Classifier.Training.Fitting;

/// <summary>Sums of units, one for each label, as a network learns them.</summary>
internal sealed class OutputLayer(int labels, int units)
{
    private readonly AdamTable _weights = new(labels, units);
    private readonly AdamTable _bias = new(1, labels);

    public int Labels => labels;

    public ReadOnlySpan<float> Bias => _bias[0];

    /// <summary>Weights of the units toward a label.</summary>
    public ReadOnlySpan<float> Of(int label) => _weights[label];

    public void Begin(Random random, float bound, float bias)
    {
        _weights.Scatter(random, bound);
        _bias[0].Fill(bias);
    }

    /// <param name="units">The units' answers.</param>
    /// <param name="sums">One for each label; overwritten.</param>
    public void Answer(ReadOnlySpan<float> units, Span<float> sums)
    {
        for (var label = 0; label < sums.Length; label++)
        {
            sums[label] = TensorPrimitives.Dot(_weights[label], units) + _bias[0][label];
        }
    }

    /// <param name="units">The units' answers.</param>
    /// <param name="error">How far each sum is too high.</param>
    /// <param name="share">The row's part of the batch.</param>
    /// <param name="unitError">What of that each unit's answer is to blame for; overwritten.</param>
    public void Pull(ReadOnlySpan<float> units, ReadOnlySpan<float> error, float share, Span<float> unitError)
    {
        unitError.Clear();
        for (var label = 0; label < error.Length; label++)
        {
            TensorPrimitives.MultiplyAdd(_weights[label], error[label], unitError, unitError);
            _weights.Pull(label, units, share * error[label]);
        }

        _bias.Pull(0, error, share);
    }

    public void Step(float rate)
    {
        _weights.Step(rate);
        _bias.Step(rate);
    }
}
