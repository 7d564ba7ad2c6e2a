using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Weights as whole numbers of the least of them. The loops have no branches: at a start they go over 70 MB of weights,
/// zeros and others mixed, where every fourth branch would be guessed wrong.
/// </summary>
internal static class Grains
{
    private const uint Sign = 1u << 31;

    private const int Lanes = 8;

    /// <summary>Weights that make one vector of bytes.</summary>
    private const int Block = 4 * Lanes;

    /// <summary>The least weight that is not 0, by its size; 0 for none.</summary>
    public static float LeastOf(float[][] columns)
    {
        // Of floats without sign, the bits are in the order of the numbers, and those of 0, less one, are the greatest.
        var least = uint.MaxValue;
        foreach (var column in columns)
        {
            foreach (var bits in MemoryMarshal.Cast<float, uint>(column))
            {
                least = Math.Min(least, (bits & ~Sign) - 1);
            }
        }

        var weight = BitConverter.UInt32BitsToSingle(least + 1);
        return float.IsFinite(weight) ? weight : 0;
    }

    /// <summary>
    /// All weights as numbers of grains; null unless each is a whole number of them that fits into a byte.
    /// </summary>
    public static sbyte[][]? Count(float[][] columns, float grain)
    {
        var all = new sbyte[columns.Length][];
        for (var label = 0; label < all.Length; label++)
        {
            all[label] = new sbyte[columns[label].Length];
            if (!TryCount(columns[label], grain, all[label]))
            {
                return null;
            }
        }

        return all;
    }

    private static bool TryCount(ReadOnlySpan<float> weights, float grain, Span<sbyte> numbers)
    {
        var whole = weights.Length / Block * Block;
        Span<float> rest = stackalloc float[Block];
        Span<sbyte> last = stackalloc sbyte[Block];
        weights[whole..].CopyTo(rest);
        var fits = TryCountBlocks(weights[..whole], grain, numbers) && TryCountBlocks(rest, grain, last);
        last[..(weights.Length - whole)].CopyTo(numbers[whole..]);
        return fits;
    }

    // Compiled well the first time, since a start is over before a second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryCountBlocks(ReadOnlySpan<float> weights, float grain, Span<sbyte> numbers)
    {
        var fits = Vector256<float>.AllBitsSet;
        for (var first = 0; first < weights.Length; first += Block)
        {
            var block = weights.Slice(first, Block);
            var (a, b) = (CountLanes(block, grain, ref fits), CountLanes(block[Lanes..], grain, ref fits));
            var (c, d) =
                (CountLanes(block[(2 * Lanes)..], grain, ref fits), CountLanes(block[(3 * Lanes)..], grain, ref fits));
            Vector256.Narrow(Vector256.Narrow(a, b), Vector256.Narrow(c, d)).CopyTo(numbers[first..]);
        }

        return Vector256.EqualsAll(fits.AsInt32(), Vector256<int>.AllBitsSet);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> CountLanes(ReadOnlySpan<float> weights, float grain, ref Vector256<float> fits)
    {
        var own = Vector256.Create(weights);
        var number = Vector256.Round(own / Vector256.Create(grain));
        fits &= Vector256.LessThanOrEqual(Vector256.Abs(number), Vector256.Create((float)sbyte.MaxValue))
            & Vector256.Equals(number * grain, own);
        return Vector256.ConvertToInt32(number);
    }
}
