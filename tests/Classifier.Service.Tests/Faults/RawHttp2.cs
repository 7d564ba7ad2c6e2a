using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Classifier.Service.Tests.Faults;

/// <summary>Frames that come: https://www.rfc-editor.org/rfc/rfc9113#name-frame-definitions.</summary>
internal enum FrameType : byte
{
    Data = 0,
    Headers = 1,
    Reset = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
}

/// <param name="Type">What it is.</param>
/// <param name="Stream">The stream that it belongs to; 0 for the connection.</param>
/// <param name="Payload">What it carries.</param>
internal sealed record Frame(FrameType Type, int Stream, byte[] Payload)
{
    /// <summary>Why a reset or a goodbye came: https://www.rfc-editor.org/rfc/rfc9113#name-error-codes.</summary>
    public uint Error => BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(Type == FrameType.GoAway ? 4 : 0));
}

/// <summary>A client of HTTP/2 that does as it is told, honest or not.</summary>
internal sealed class RawHttp2 : IDisposable
{
    /// <summary>The answer ends here, or the head of a message does.</summary>
    public const byte EndStream = 1;

    public const byte EndHeaders = 4;

    private const int HeadLength = 9;

    private const int LargestPayload = 16_384;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    public RawHttp2(int port)
    {
        _client = new("127.0.0.1", port);
        _stream = _client.GetStream();
    }

    public static ReadOnlyMemory<byte> Preface { get; } = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the connection as one should.</summary>
    public static async Task<RawHttp2> OpenAsync(int port)
    {
        var client = new RawHttp2(port);
        await client.SendAsync(Preface);
        await client.SendAsync(FrameType.Settings, 0, 0, []);
        return client;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes, Cancel);

    public async Task SendAsync(FrameType type, byte flags, int stream, byte[] payload) =>
        await SendAsync(Bytes(type, flags, stream, payload));

    /// <summary>Begins a call.</summary>
    public Task BeginAsync(int stream, string method) => SendAsync(FrameType.Headers, EndHeaders, stream, Head(method));

    /// <summary>Sends a gRPC message: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.</summary>
    public async Task MessageAsync(int stream, byte[] message, byte flags = 0)
    {
        var framed = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        var chunks = framed.Chunk(LargestPayload).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            await SendAsync(FrameType.Data, i == chunks.Count - 1 ? flags : (byte)0, stream, chunks[i]);
        }
    }

    /// <summary>What comes next; null at the end of the connection.</summary>
    public async Task<Frame?> ReadAsync()
    {
        try
        {
            var head = await ReadAsync(HeadLength);
            var payload = await ReadAsync(BinaryPrimitives.ReadInt32BigEndian(head) >> 8);
            return new((FrameType)head[3], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Reads up to a frame of this sort; null where the connection ends before.</summary>
    public async Task<Frame?> ReadToAsync(FrameType type)
    {
        var frame = await ReadAsync();
        while (frame is not null && frame.Type != type)
        {
            frame = await ReadAsync();
        }

        return frame;
    }

    /// <summary>Breaks the connection with a reset, as a crashed client's machine does.</summary>
    public void Vanish()
    {
        _client.LingerState = new(true, 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();

    private async Task<byte[]> ReadAsync(int length)
    {
        var bytes = new byte[length];
        await _stream.ReadExactlyAsync(bytes, Cancel).AsTask().WaitAsync(Patience, Cancel);
        return bytes;
    }

    /// <summary>A frame as it goes over the wire.</summary>
    public static byte[] Bytes(FrameType type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[HeadLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = ((byte)type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, HeadLength);
        return frame;
    }

    /// <summary>The head of a gRPC call to the tagger.</summary>
    public static byte[] Head(string method) =>
    [
        .. Field(":method", "POST"), .. Field(":scheme", "http"), .. Field(":authority", "localhost"),
        .. Field(":path", $"/classifier.v1.PassageTagger/{method}"),
        .. Field("content-type", "application/grpc"), .. Field("te", "trailers"),
    ];

    /// <summary>Literal and never indexed: https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2.</summary>
    public static byte[] Field(string name, string value) => [0, .. Text(name), .. Text(value)];

    private static byte[] Text(string text) => [.. Number(text.Length), .. Encoding.ASCII.GetBytes(text)];

    /// <summary>https://www.rfc-editor.org/rfc/rfc7541#section-5.1, with a prefix of seven bits.</summary>
    private static IEnumerable<byte> Number(int value)
    {
        const int prefix = 127;
        if (value < prefix)
        {
            yield return (byte)value;
            yield break;
        }

        yield return prefix;
        for (value -= prefix; value >= 128; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }
}
