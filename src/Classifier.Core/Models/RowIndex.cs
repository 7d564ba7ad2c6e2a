using System.Numerics;

namespace Classifier.Core.Models;

/// <summary>
/// Which row of a table a bucket has, where most buckets have none: a bit for each bucket, and for each 64 of them how
/// many rows come before. A row's number is a count of bits (Jacobson, "Space-efficient static trees and graphs", FOCS
/// 1989). For 2^18 buckets that is 64 KB, which stay near the processor, where a number for each bucket took 1 MB and
/// a second wait for memory at every feature.
/// </summary>
internal sealed class RowIndex
{
    private readonly (ulong Bits, int Before)[] _words;

    /// <param name="used">Which buckets have a row; their number is a multiple of 64, or below it.</param>
    public RowIndex(ReadOnlySpan<bool> used)
    {
        _words = new (ulong, int)[(used.Length + 63) / 64];
        for (var bucket = 0; bucket < used.Length; bucket++)
        {
            ref var word = ref _words[bucket / 64];
            word.Before = bucket % 64 == 0 ? Rows : word.Before;
            word.Bits |= used[bucket] ? 1UL << (bucket % 64) : 0;
            Rows += used[bucket] ? 1 : 0;
        }
    }

    /// <summary>How many buckets have a row.</summary>
    public int Rows { get; }

    /// <summary>The row of a bucket, from 1; 0 for none.</summary>
    public int this[int bucket]
    {
        get
        {
            var (bits, before) = _words[bucket >> 6];
            var upTo = bits << (63 - (bucket & 63));
            return (int)(upTo >> 63) * (before + BitOperations.PopCount(upTo));
        }
    }
}
