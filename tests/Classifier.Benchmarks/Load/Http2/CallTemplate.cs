using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Classifier.Benchmarks.Load.Http2;

/// <summary>A unary call as it goes over the wire, made once and sent often.</summary>
internal sealed class CallTemplate
{
    /// <summary>What every server takes. https://www.rfc-editor.org/rfc/rfc9113#section-6.5.2</summary>
    private const int LargestFrame = 16_384;

    /// <summary>gRPC's own head of a message: not compressed, and its length.</summary>
    private const int MessageHead = 5;

    private readonly byte[] _headers;
    private readonly byte[] _message;

    /// <param name="method">Such as <c>/classifier.v1.PassageTagger/TagPassages</c>.</param>
    /// <param name="message">The request.</param>
    public CallTemplate(string method, IMessage message)
    {
        Method = method;
        _headers = Headers(method);
        _message = new byte[MessageHead + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(_message.AsSpan(1), _message.Length - MessageHead);
        message.WriteTo(_message.AsSpan(MessageHead));
    }

    public string Method { get; }

    /// <summary>The request with gRPC's head.</summary>
    public ReadOnlySpan<byte> Message => _message;

    /// <summary>Bytes that count against the server's windows.</summary>
    public int Length => _message.Length;

    public void Write(IBufferWriter<byte> to, int stream)
    {
        Frame.Write(to, FrameType.Headers, Frame.EndHeaders, stream, _headers);
        for (var start = 0; start < _message.Length; start += LargestFrame)
        {
            var end = Math.Min(_message.Length, start + LargestFrame);
            Frame.Write(
                to, FrameType.Data, end == _message.Length ? Frame.Last : (byte)0, stream, _message.AsSpan(start..end));
        }
    }

    /// <summary>Literals that enter no table, so that they are the same for each call.</summary>
    private static byte[] Headers(string method)
    {
        var block = new ArrayBufferWriter<byte>();
        Add(block, ":method", "POST");
        Add(block, ":scheme", "http");
        Add(block, ":path", method);
        Add(block, ":authority", "localhost");
        Add(block, "content-type", "application/grpc");
        Add(block, "te", "trailers");
        return block.WrittenSpan.ToArray();
    }

    /// <summary>
    /// https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2; all are shorter than the 127 bytes that one byte can tell.
    /// </summary>
    private static void Add(ArrayBufferWriter<byte> block, string name, string value) => block.Write<byte>(
        [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name),
            (byte)value.Length, .. Encoding.ASCII.GetBytes(value)]);
}
