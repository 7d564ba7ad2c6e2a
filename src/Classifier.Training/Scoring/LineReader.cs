using System.Buffers;

namespace Classifier.Training.Scoring;

/// <summary>
/// Cuts a stream of bytes into lines at LF or CRLF. Memory stays bounded: a line above the limit is read to its end and
/// given back by its length alone. A last line without an end counts; an empty rest does not.
/// </summary>
internal sealed class LineReader(Stream stream, int maxLine)
{
    private const int ChunkSize = 1 << 16;

    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _filled;
    private long _length;
    private bool _atStart = true;

    /// <summary>The next line, or null at the end of the stream.</summary>
    public InputLine? Read()
    {
        _line.ResetWrittenCount();
        _length = 0;
        while (true)
        {
            if (_at == _filled && !Fill())
            {
                return _length > 0 ? Finish() : null;
            }

            var rest = _chunk.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf((byte)'\n');
            Take(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
            {
                return Finish();
            }
        }
    }

    private bool Fill()
    {
        _at = 0;
        _filled = stream.Read(_chunk);
        if (_atStart && _filled >= 3 && _chunk is [0xEF, 0xBB, 0xBF, ..])
        {
            _at = 3;
        }

        _atStart = false;
        return _filled > 0;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_length <= maxLine)
        {
            _line.Write(bytes);
        }
    }

    private InputLine Finish()
    {
        if (_length > maxLine)
        {
            return new(ReadOnlyMemory<byte>.Empty, _length);
        }

        var line = _line.WrittenSpan.ToArray();
        return line is [.., (byte)'\r'] ? new(line.AsMemory(0, line.Length - 1), line.Length - 1) : new(line, line.Length);
    }
}
