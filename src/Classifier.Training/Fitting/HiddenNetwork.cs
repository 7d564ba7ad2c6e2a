using System.Numerics.Tensors;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// A network with one hidden layer of hyperbolic tangents and a logistic output for each label: labels that go with
/// each other share what the layer finds, and features count for more or less beside others. One thread, passages in an
/// order that the seed decides: the same rows give the same weights.
/// </summary>
internal sealed class HiddenNetwork
{
    private const float FirstWeights = 0.1f;

    /// <summary>Log-odds of a label before anything is learned: labels are rare.</summary>
    private const float FirstBias = -2;

    private readonly NetworkSpec _spec;
    private readonly AdamTable _units;
    private readonly AdamTable _outputs;
    private readonly AdamTable _unitBias;
    private readonly AdamTable _outputBias;
    private readonly Random _random;
    private readonly float[] _hidden;
    private readonly float[] _unitError;
    private readonly float[] _error;

    public HiddenNetwork(NetworkSpec spec, int features, int labels, int seed)
    {
        _spec = spec;
        _random = new Random(seed);
        _units = new AdamTable(features, spec.Units);
        _outputs = new AdamTable(labels, spec.Units);
        _unitBias = new AdamTable(1, spec.Units);
        _outputBias = new AdamTable(1, labels);
        (_hidden, _unitError, _error) = (new float[spec.Units], new float[spec.Units], new float[labels]);
        _units.Scatter(_random, FirstWeights);
        _outputs.Scatter(_random, MathF.Sqrt(3f / spec.Units));
        _outputBias[0].Fill(FirstBias);
    }

    /// <summary>Weights of a feature toward the units.</summary>
    public ReadOnlySpan<float> UnitsOf(int feature) => _units[feature];

    public ReadOnlySpan<float> UnitBias => _unitBias[0];

    /// <summary>Weights of the units toward a label.</summary>
    public ReadOnlySpan<float> OutputOf(int label) => _outputs[label];

    public ReadOnlySpan<float> OutputBias => _outputBias[0];

    /// <summary>Learns from the rows, all of them once in each epoch.</summary>
    /// <param name="rows">Vectors whose buckets are features of this network.</param>
    /// <param name="labelsOf">For each row, 1 for each label that it carries and 0 for the others.</param>
    /// <param name="epochs">Passes over the rows.</param>
    public void Learn(IReadOnlyList<SparseVector> rows, IReadOnlyList<float[]> labelsOf, int epochs)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var rate = _spec.Rate * (1 - ((float)epoch / epochs));
            _random.Shuffle(order);
            foreach (var batch in order.Chunk(_spec.Batch))
            {
                foreach (var row in batch)
                {
                    Pull(rows[row], labelsOf[row], 1f / batch.Length);
                }

                Step(rate);
            }
        }
    }

    private void Pull(SparseVector row, float[] labels, float share)
    {
        Answer(row);
        TensorPrimitives.Subtract<float>(_error, labels, _error);
        Array.Clear(_unitError);
        for (var label = 0; label < labels.Length; label++)
        {
            TensorPrimitives.MultiplyAdd(_outputs[label], _error[label], _unitError, _unitError);
            _outputs.Pull(label, _hidden, share * _error[label]);
        }

        for (var unit = 0; unit < _hidden.Length; unit++)
        {
            _unitError[unit] *= 1 - (_hidden[unit] * _hidden[unit]);
        }

        _outputBias.Pull(0, _error, share);
        _unitBias.Pull(0, _unitError, share);
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            _units.Pull(row.Buckets[i], _unitError, share * row.Values[i]);
        }
    }

    /// <summary>Leaves the layer's answer in the hidden buffer, and the labels' probabilities in that of errors.</summary>
    private void Answer(SparseVector row)
    {
        Span<float> hidden = _hidden;
        _unitBias[0].CopyTo(hidden);
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_units[row.Buckets[i]], row.Values[i], hidden, hidden);
        }

        TensorPrimitives.Tanh<float>(hidden, hidden);
        for (var label = 0; label < _error.Length; label++)
        {
            _error[label] = TensorPrimitives.Dot<float>(_outputs[label], hidden) + _outputBias[0][label];
        }

        TensorPrimitives.Sigmoid<float>(_error, _error);
    }

    private void Step(float rate)
    {
        _units.Step(rate);
        _outputs.Step(rate);
        _unitBias.Step(rate);
        _outputBias.Step(rate);
    }
}
