using System.Buffers;
using System.Buffers.Binary;

namespace Classifier.Benchmarks.Load.Http2;

/// <summary>The head of a frame, and what follows it. https://www.rfc-editor.org/rfc/rfc9113#section-4.1.</summary>
internal readonly ref struct Frame
{
    public const int HeadLength = 9;

    /// <summary>END_STREAM of data and headers, ACK of settings and pings.</summary>
    public const byte Last = 1;

    public const byte EndHeaders = 4;

    public FrameType Type { get; private init; }

    public byte Flags { get; private init; }

    public int Stream { get; private init; }

    public ReadOnlySpan<byte> Payload { get; private init; }

    public bool IsLast => (Flags & Last) != 0;

    /// <summary>Takes a whole frame off the front; false where it is not there yet.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out Frame frame)
    {
        frame = default;
        if (bytes.Length < HeadLength)
        {
            return false;
        }

        var end = HeadLength + ((bytes[0] << 16) | (bytes[1] << 8) | bytes[2]);
        if (bytes.Length < end)
        {
            return false;
        }

        frame = new()
        {
            Type = (FrameType)bytes[3],
            Flags = bytes[4],
            Stream = BinaryPrimitives.ReadInt32BigEndian(bytes[5..]) & int.MaxValue,
            Payload = bytes[HeadLength..end],
        };
        bytes = bytes[end..];
        return true;
    }

    public static void Write(IBufferWriter<byte> to, FrameType type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var head = to.GetSpan(HeadLength);
        BinaryPrimitives.WriteInt32BigEndian(head, payload.Length << 8);
        head[3] = (byte)type;
        head[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(head[5..], stream);
        to.Advance(HeadLength);
        to.Write(payload);
    }
}
