using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Benchmarks.Load.Http2;

/// <summary>
/// As much of HTTP/2 as sending the same calls over and over takes. A full client takes as much of the processors as
/// the service does, so that on one machine it would be the client that is measured.
/// </summary>
internal sealed class CallConnection : IDisposable
{
    /// <summary>Kestrel allows 100; a stream of its that has ended may count a little longer.</summary>
    public const int MaxCalls = 80;

    private const int FirstWindow = 65_535;
    private const int OwnWindow = 1 << 24;
    private const int Buffer = 1 << 17;

    private readonly Lock _lock = new();
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ArrayBufferWriter<byte> _out = new();
    private readonly Dictionary<int, long> _started = [];
    private readonly Dictionary<int, int> _statuses = [];
    private readonly Func<CallTally> _tally;
    private readonly Action<CallConnection>? _received;
    private int _stream = -1;
    private long _window = FirstWindow;
    private int _taken;
    private bool _closed;

    /// <param name="port">Port of the service on this machine.</param>
    /// <param name="tally">What counts the calls that end.</param>
    /// <param name="received">Called after each reading, when calls may have ended.</param>
    public CallConnection(int port, Func<CallTally> tally, Action<CallConnection>? received = null)
    {
        (_tally, _received) = (tally, received);
        _socket.Connect(IPAddress.Loopback, port);
        _out.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        Frame.Write(
            _out, FrameType.Settings, 0, 0, [0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, .. BigEndian(OwnWindow)]);
        Frame.Write(_out, FrameType.WindowUpdate, 0, 0, BigEndian(OwnWindow));
        Flush();
        _ = Task.Run(ReceiveAsync);
    }

    public int InFlight
    {
        get
        {
            lock (_lock)
            {
                return _started.Count;
            }
        }
    }

    /// <summary>Puts a call in the buffer; false where the server would not take it now.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scheduled">Timestamp from which its latency counts.</param>
    /// <param name="most">Most calls to have in flight, at most <see cref="MaxCalls"/>.</param>
    public bool TryStart(CallTemplate call, long scheduled, int most = MaxCalls)
    {
        lock (_lock)
        {
            if (_closed || _started.Count >= most || _window < call.Length)
            {
                return false;
            }

            _stream += 2;
            _window -= call.Length;
            _started.Add(_stream, scheduled);
            call.Write(_out, _stream);
            return true;
        }
    }

    /// <summary>Sends what is in the buffer.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_out.WrittenCount > 0 && !_closed)
            {
                _socket.Send(_out.WrittenSpan);
            }

            _out.ResetWrittenCount();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var (buffer, filled) = (new byte[Buffer], 0);
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(filled)) is var count and > 0)
            {
                var left = Read(buffer.AsSpan(0, filled + count));
                buffer.AsSpan(filled + count - left, left).CopyTo(buffer);
                filled = left;
                _received?.Invoke(this);
                Flush();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The calls in flight count as broken off below, as they do where the server closes in peace.
        }

        Close();
    }

    private void Close()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _started.Keys.ToList().ForEach(stream => End(stream, CallTally.Broken));
            }

            _closed = true;
        }
    }

    /// <summary>How many bytes are left over, of a frame that has not all come.</summary>
    private int Read(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            while (Frame.TryRead(ref bytes, out var frame))
            {
                Take(frame);
            }
        }

        return bytes.Length;
    }

    private void Take(Frame frame)
    {
        switch (frame.Type)
        {
            case FrameType.Headers:
                if (ResponseStatus.Of(frame.Payload) is { } status)
                {
                    _statuses[frame.Stream] = status;
                }

                break;
            case FrameType.Data:
                GiveBack(frame.Payload.Length);
                break;
            case FrameType.Reset:
                End(frame.Stream, CallTally.Broken);
                return;
            case FrameType.Settings or FrameType.Ping when !frame.IsLast:
                Frame.Write(_out, frame.Type, Frame.Last, 0, frame.Type == FrameType.Ping ? frame.Payload : []);
                return;
            case FrameType.WindowUpdate when frame.Stream == 0:
                _window += BinaryPrimitives.ReadInt32BigEndian(frame.Payload);
                return;
            default:
                return;
        }

        if (frame.IsLast)
        {
            End(frame.Stream, _statuses.Remove(frame.Stream, out var known) ? known : CallTally.Broken);
        }
    }

    private void End(int stream, int status)
    {
        if (_started.Remove(stream, out var scheduled))
        {
            _tally().Add(status, Stopwatch.GetElapsedTime(scheduled));
        }
    }

    /// <summary>Opens the server's window again once half of it is used.</summary>
    private void GiveBack(int count)
    {
        _taken += count;
        if (_taken > OwnWindow / 2)
        {
            Frame.Write(_out, FrameType.WindowUpdate, 0, 0, BigEndian(_taken));
            _taken = 0;
        }
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
