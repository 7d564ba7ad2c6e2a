using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Sums of a word as 16-bit numbers of steps, which take half the memory of floats. A step is the power of two of
/// which the largest sum has 2^14 to 2^15, so that sums of grains lose nothing, and others what no probability shows
/// before its fourth digit. Where a model's labels fill half of a row at most, what rounding took from them stands
/// behind them, and probabilities are ML.NET's to 1e-5.
/// </summary>
internal static class SumCodes
{
    private const int Lanes = 8;

    /// <summary>Bits of a number behind its first; one more is the sign's.</summary>
    private const int Digits = 14;

    /// <summary>Of two, whose inverse is a float too.</summary>
    private const int LeastPower = -126;

    private const int MostPower = 127 - Digits;

    /// <summary>What a number that holds a rest of rounding stands for, in steps.</summary>
    private const float RestStep = 1f / (1 << 15);

    /// <summary>Writes sums as numbers of steps; gives the power of two that a step is.</summary>
    /// <param name="sums">Whole vectors, 0 behind the labels.</param>
    /// <param name="labels">How many of them are labels'.</param>
    /// <param name="numbers">As many as sums; overwritten.</param>
    public static int Write(ReadOnlySpan<float> sums, int labels, Span<short> numbers)
    {
        var most = MathF.Abs(TensorPrimitives.MaxMagnitude(sums));
        var power = most > 0 ? Math.Clamp(MathF.ILogB(most) - Digits, LeastPower, MostPower) : 0;
        var perStep = Vector256.Create(MathF.ScaleB(1, -power));
        for (var i = 0; i < numbers.Length; i += Lanes)
        {
            var rounded = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(sums[i..]) * perStep));
            Vector128.NarrowWithSaturation(rounded.GetLower(), rounded.GetUpper()).CopyTo(numbers[i..]);
        }

        var rests = RestsOf(labels, numbers.Length);
        for (var i = 0; i < rests; i++)
        {
            var left = (MathF.ScaleB(sums[i], -power) - numbers[i]) / RestStep;
            numbers[rests + i] = (short)Math.Clamp(MathF.Round(left), short.MinValue, short.MaxValue);
        }

        return power;
    }

    /// <summary>Adds the labels' sums, divided, with what rounding took where that was kept.</summary>
    /// <param name="total">At least as long as there are labels.</param>
    /// <param name="sums">Numbers that <see cref="Write"/> wrote, times their steps, or the sum of such.</param>
    /// <param name="labels">How many of them are labels'.</param>
    /// <param name="divisor">What they are divided by.</param>
    public static void AddTo(Span<float> total, ReadOnlySpan<float> sums, int labels, float divisor)
    {
        var rests = RestsOf(labels, sums.Length);
        TensorPrimitives.MultiplyAdd(sums[..labels], 1 / divisor, total[..labels], total);
        TensorPrimitives.MultiplyAdd(sums.Slice(rests, rests), RestStep / divisor, total[..rests], total);
    }

    /// <summary>The labels' numbers, each times its slope, added up; rests are left out.</summary>
    public static float Dot(ReadOnlySpan<short> numbers, ReadOnlySpan<float> slopes)
    {
        var dot = 0f;
        for (var label = 0; label < slopes.Length; label++)
        {
            dot += numbers[label] * slopes[label];
        }

        return dot;
    }

    /// <summary>Labels whose rests are kept: all, or none where there is no room for them.</summary>
    private static int RestsOf(int labels, int length) => 2 * labels <= length ? labels : 0;
}
