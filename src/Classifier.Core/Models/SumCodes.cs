using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Sums of a word as 16-bit numbers of steps, which take half the memory of floats. A step is the power of two of which
/// a section's largest sum has 2^14 to 2^15, so that sums of grains lose nothing, and others what no probability shows
/// before its fourth digit. Where a model's labels fill half of a row at most, the other half takes what rounding left
/// (<see cref="WriteRest"/>), and probabilities are ML.NET's to 1e-5.
/// </summary>
internal static class SumCodes
{
    private const int Lanes = 8;

    /// <summary>Bits of a number behind its first; one more is the sign's.</summary>
    private const int Digits = 14;

    /// <summary>Of two, whose inverse is a float too.</summary>
    private const int LeastPower = -126;

    private const int MostPower = 127 - Digits;

    /// <summary>What a number of <see cref="WriteRest"/> stands for, in steps.</summary>
    public const float RestStep = 1f / (1 << 15);

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

    /// <summary>Writes what rounding took from sums, as numbers of <see cref="RestStep"/>.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="power">The power of two that a step is.</param>
    /// <param name="numbers">What <see cref="Write"/> made of them.</param>
    /// <param name="rest">One for each of the first sums; overwritten.</param>
    public static void WriteRest(ReadOnlySpan<float> sums, int power, ReadOnlySpan<short> numbers, Span<short> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var left = (MathF.ScaleB(sums[i], -power) - numbers[i]) / RestStep;
            rest[i] = (short)Math.Clamp(MathF.Round(left), short.MinValue, short.MaxValue);
        }
    }
}
