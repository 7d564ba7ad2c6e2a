using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Weighted sums of few inputs that are all there. An input's weights toward all sums lie side by side, in whole
/// vectors, so that three vectors of sums stay in registers from the first input to the last. Immutable.
/// </summary>
internal sealed class DenseLayer
{
    private const int Lanes = 8;
    private const int Wide = 3 * Lanes;

    private readonly float[] _bias;
    private readonly LineTable<float> _weights;
    private readonly int _inputs;

    /// <param name="layer">For each sum, a weight for each input.</param>
    public DenseLayer(LinearWeights layer)
    {
        (Sums, _inputs) = (layer.Weights.Count, layer.Weights[0].Length);
        Stride = (Sums + Wide - 1) / Wide * Wide;
        _bias = [.. layer.Bias, .. new float[Stride - Sums]];
        _weights = new(_inputs * Stride);
        for (var sum = 0; sum < Sums; sum++)
        {
            for (var input = 0; input < _inputs; input++)
            {
                _weights.Span[(input * Stride) + sum] = layer.Weights[sum][input];
            }
        }
    }

    public int Sums { get; }

    /// <summary>Length of sums: those there are, and zeros up to whole vectors.</summary>
    public int Stride { get; }

    /// <param name="inputs">One for each input.</param>
    /// <param name="sums">As long as <see cref="Stride"/>; overwritten.</param>
    public void Answer(ReadOnlySpan<float> inputs, Span<float> sums)
    {
        inputs = inputs[.._inputs];
        for (var first = 0; first < Stride; first += Wide)
        {
            ref var weights = ref Unsafe.Add(ref _weights.First, first);
            var (a, b, c) = (
                Vector256.Create(_bias, first),
                Vector256.Create(_bias, first + Lanes),
                Vector256.Create(_bias, first + (2 * Lanes)));
            for (var i = 0; i < inputs.Length; i++)
            {
                ref var row = ref Unsafe.Add(ref weights, i * Stride);
                var input = Vector256.Create(inputs[i]);
                a = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row), input, a);
                b = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, Lanes), input, b);
                c = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref row, 2 * Lanes), input, c);
            }

            a.CopyTo(sums[first..]);
            b.CopyTo(sums[(first + Lanes)..]);
            c.CopyTo(sums[(first + (2 * Lanes))..]);
        }
    }
}
