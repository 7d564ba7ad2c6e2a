using System.Buffers.Text;

namespace Classifier.Benchmarks.Load.Counting;

/// <summary>
/// Reads <c>grpc-status</c> where headers came without compression: Kestrel writes them as plain literals to clients
/// that allow no table. https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2
/// </summary>
internal static class ResponseStatus
{
    /// <summary>The name after its length, which tells it from names that only begin alike.</summary>
    private static ReadOnlySpan<byte> Name => "\vgrpc-status"u8;

    /// <summary>The status, or null where the headers have none.</summary>
    public static int? Of(ReadOnlySpan<byte> headers)
    {
        var at = headers.IndexOf(Name);
        if (at < 0)
        {
            return null;
        }

        var value = headers[(at + Name.Length)..];
        return value is [var length, .. var digits] && digits.Length >= length
            && Utf8Parser.TryParse(digits[..length], out int status, out var used) && used == length
            ? status
            : null;
    }
}
