using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Sums of a word as 16-bit numbers of steps, which take half the memory of floats. A step is the power of two of which
/// a section's largest sum has 2^14 to 2^15, so that sums of grains lose nothing, and others what no probability shows
/// before its fifth digit.
/// </summary>
internal static class SumCodes
{
    private const int Lanes = 8;

    /// <summary>Bits of a number behind its first; one more is the sign's.</summary>
    private const int Digits = 14;

    /// <summary>Of two, whose inverse is a float too.</summary>
    private const int LeastPower = -126;

    private const int MostPower = 127 - Digits;

    /// <summary>Writes sums as numbers of steps; gives the power of two that a step is.</summary>
    /// <param name="sums">Whole vectors.</param>
    /// <param name="numbers">As many; overwritten.</param>
    public static int Write(ReadOnlySpan<float> sums, Span<short> numbers)
    {
        var most = MathF.Abs(TensorPrimitives.MaxMagnitude(sums));
        var power = most > 0 ? Math.Clamp(MathF.ILogB(most) - Digits, LeastPower, MostPower) : 0;
        var perStep = Vector256.Create(MathF.ScaleB(1, -power));
        for (var i = 0; i < numbers.Length; i += Lanes)
        {
            var rounded = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(sums[i..]) * perStep));
            Vector128.NarrowWithSaturation(rounded.GetLower(), rounded.GetUpper()).CopyTo(numbers[i..]);
        }

        return power;
    }
}
