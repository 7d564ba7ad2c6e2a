using System.Numerics.Tensors;

namespace Classifier.Training.Fitting;

/// <summary>
/// Rows of weights that are moved by Adam (Kingma and Ba, "Adam: a method for stochastic optimization", 2015,
/// https://arxiv.org/abs/1412.6980), with the paper's constants. Only rows that a batch has pulled at are moved, since
/// a batch meets few of the many features.
/// </summary>
internal sealed class AdamTable(int rows, int width)
{
    private const float MeanKept = 0.9f;
    private const float SquareKept = 0.999f;
    private const float Floor = 1e-8f;

    private readonly float[] _weights = new float[rows * width];
    private readonly float[] _pull = new float[rows * width];
    private readonly float[] _mean = new float[rows * width];
    private readonly float[] _square = new float[rows * width];
    private readonly bool[] _isPulled = new bool[rows];
    private readonly List<int> _pulled = [];
    private readonly float[] _step = new float[width];
    private readonly float[] _scale = new float[width];
    private float _meanLeft = 1;
    private float _squareLeft = 1;

    public Span<float> this[int row] => _weights.AsSpan(row * width, width);

    /// <summary>Even random weights between the bounds.</summary>
    public void Scatter(Random random, float bound)
    {
        foreach (ref var weight in _weights.AsSpan())
        {
            weight = ((random.NextSingle() * 2) - 1) * bound;
        }
    }

    /// <summary>Adds to the gradient of a row.</summary>
    public void Pull(int row, ReadOnlySpan<float> direction, float strength)
    {
        if (!_isPulled[row])
        {
            _isPulled[row] = true;
            _pulled.Add(row);
        }

        var pull = _pull.AsSpan(row * width, width);
        TensorPrimitives.MultiplyAdd(direction, strength, pull, pull);
    }

    /// <summary>Moves the rows that were pulled at against their gradients, and forgets those.</summary>
    public void Step(float rate)
    {
        _meanLeft *= MeanKept;
        _squareLeft *= SquareKept;
        var corrected = rate * MathF.Sqrt(1 - _squareLeft) / (1 - _meanLeft);
        foreach (var row in _pulled)
        {
            Move(row * width, corrected);
            _isPulled[row] = false;
        }

        _pulled.Clear();
    }

    private void Move(int start, float rate)
    {
        var pull = _pull.AsSpan(start, width);
        var mean = _mean.AsSpan(start, width);
        var square = _square.AsSpan(start, width);
        Span<float> step = _step;
        Span<float> scale = _scale;
        TensorPrimitives.Multiply(pull, 1 - MeanKept, step);
        TensorPrimitives.MultiplyAdd(mean, MeanKept, step, mean);
        TensorPrimitives.Multiply(pull, pull, scale);
        TensorPrimitives.Multiply(scale, 1 - SquareKept, scale);
        TensorPrimitives.MultiplyAdd(square, SquareKept, scale, square);
        TensorPrimitives.Sqrt<float>(square, scale);
        TensorPrimitives.Add(scale, Floor, scale);
        TensorPrimitives.Divide<float>(mean, scale, step);
        var weights = _weights.AsSpan(start, width);
        TensorPrimitives.MultiplyAdd(step, -rate, weights, weights);
        pull.Clear();
    }
}
