using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class LineTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_table_begins_at_a_line_and_holds_zeros(int length)
    {
        AssertAligned<sbyte>(length);
        AssertAligned<short>(length);
        AssertAligned<float>(length);
    }

    private static void AssertAligned<T>(int length)
        where T : unmanaged
    {
        var table = new LineTable<T>(length);
        Assert.Equal(length, table.Span.Length);
        Assert.False(MemoryMarshal.AsBytes(table.Span).ContainsAnyExcept((byte)0));
        Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<T, byte>(ref table.First)) % 64);
    }
}
