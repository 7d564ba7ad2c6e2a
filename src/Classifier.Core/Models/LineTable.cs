using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Classifier.Core.Models;

/// <summary>
/// A table that begins where a line of the processor's cache does, so that a row of 64 bytes is one wait for memory;
/// arrays begin 16 bytes behind, and such rows then lie across two lines. Zeros at first.
/// </summary>
/// <typeparam name="T">A number of one, two, four or eight bytes.</typeparam>
internal sealed class LineTable<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _numbers;
    private readonly int _begin;
    private readonly int _length;

    /// <param name="length">How many numbers.</param>
    public LineTable(int length)
    {
        // Pinned, since the garbage collector knows nothing of lines when it moves an array.
        _numbers = GC.AllocateArray<T>(length + (Line / Unsafe.SizeOf<T>()), pinned: true);
        _begin = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0) & (Line - 1)) / Unsafe.SizeOf<T>();
        _length = length;
    }

    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), _begin);

    public Span<T> Span => _numbers.AsSpan(_begin, _length);

    /// <summary>
    /// Has the line with a number brought near, without waiting for it; nothing where the processor has no such
    /// instruction that .NET knows.
    /// </summary>
    public unsafe void Fetch(int place)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref First, place)));
        }
    }
}
