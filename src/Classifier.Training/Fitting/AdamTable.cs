using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Classifier.Training.Fitting;

/// <summary>
/// Rows of weights that are moved by Adam (Kingma and Ba, "Adam: a method for stochastic optimization", 2015,
/// https://arxiv.org/abs/1412.6980), with the paper's constants. Only rows that a batch has pulled at are moved, since
/// a batch meets few of the many features. All that there is of a row lies side by side: waiting for memory is most of
/// what a step costs.
/// </summary>
internal sealed class AdamTable(int rows, int width)
{
    private const float MeanKept = 0.9f;
    private const float SquareKept = 0.999f;
    private const float Floor = 1e-8f;

    private const int Lanes = 8;

    /// <summary>Weights, gradients, their means and the means of their squares.</summary>
    private const int Parts = 4;

    /// <summary>Whole vectors; behind the width all stays 0.</summary>
    private readonly int _stride = StrideOf(width);
    private readonly float[] _rows = new float[checked(rows * Parts * StrideOf(width))];
    private readonly bool[] _isPulled = new bool[rows];
    private readonly List<int> _pulled = [];
    private float _meanLeft = 1;
    private float _squareLeft = 1;

    public Span<float> this[int row] => _rows.AsSpan(row * Parts * _stride, width);

    /// <summary>Even random weights between the bounds.</summary>
    public void Scatter(Random random, float bound)
    {
        for (var row = 0; row < rows; row++)
        {
            foreach (ref var weight in this[row])
            {
                weight = ((random.NextSingle() * 2) - 1) * bound;
            }
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

        var pull = _rows.AsSpan(((row * Parts) + 1) * _stride, width);
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
            Move(_rows.AsSpan(row * Parts * _stride, Parts * _stride), corrected);
            _isPulled[row] = false;
        }

        _pulled.Clear();
    }

    private static int StrideOf(int width) => (width + Lanes - 1) / Lanes * Lanes;

    private void Move(Span<float> row, float rate)
    {
        for (var i = 0; i < _stride; i += Lanes)
        {
            var pull = Vector256.Create<float>(row[(_stride + i)..]);
            var mean = row[((2 * _stride) + i)..];
            var square = row[((3 * _stride) + i)..];
            var newMean = (Vector256.Create<float>(mean) * MeanKept) + (pull * (1 - MeanKept));
            var newSquare = (Vector256.Create<float>(square) * SquareKept) + (pull * pull * (1 - SquareKept));
            var step = newMean / (Vector256.Sqrt(newSquare) + Vector256.Create(Floor));
            (Vector256.Create<float>(row[i..]) - (step * rate)).CopyTo(row[i..]);
            Vector256<float>.Zero.CopyTo(row[(_stride + i)..]);
            newMean.CopyTo(mean);
            newSquare.CopyTo(square);
        }
    }
}
