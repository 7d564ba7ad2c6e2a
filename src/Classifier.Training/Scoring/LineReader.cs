using System.Buffers;
using Classifier.Core;

namespace Classifier.Training.Scoring;

/// <summary>
/// Cuts a stream of bytes into lines at LF or CRLF. Memory stays bounded: a line above the limit is read to its end and
/// given back by its length alone. A last line without an end counts; an empty rest does not.
/// </summary>
internal sealed class LineReader(Stream stream, int maxLine)
{
    private const int ChunkSize = 1 << 16;

    /// <summary>The byte order mark that some editors put in front.</summary>
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>What files begin with that hold no lines of UTF-8, and what to do about it.</summary>
    private static readonly (byte[] Start, string What)[] Foreign =
    [
        ([0xFF, 0xFE], "UTF-16; save it as UTF-8"),
        ([0xFE, 0xFF], "UTF-16; save it as UTF-8"),
        ([0x1F, 0x8B], "zipped; unzip it first, as with zcat FILE | classifier"),
    ];

    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _filled;
    private long _length;
    private bool _endsInReturn;
    private bool _atStart = true;

    /// <summary>The next line, or null at the end of the stream.</summary>
    /// <exception cref="ClassifierException">The stream is not UTF-8 from its first bytes on.</exception>
    public InputLine? Read()
    {
        _line.ResetWrittenCount();
        (_length, _endsInReturn) = (0, false);
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
        if (!_atStart)
        {
            return (_filled = stream.Read(_chunk)) > 0;
        }

        _atStart = false;
        _filled = stream.ReadAtLeast(_chunk, Mark.Length, throwOnEndOfStream: false);
        CheckStart(_chunk.AsSpan(0, _filled));
        _at = _chunk.AsSpan(0, _filled).StartsWith(Mark) ? Mark.Length : 0;
        return _filled > 0;
    }

    /// <summary>A message for each of its lines would only hide what is wrong.</summary>
    private static void CheckStart(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, what) in Foreign)
        {
            if (bytes.StartsWith(start))
            {
                throw new ClassifierException(ErrorKind.InvalidArgument, "INPUT_FORM", $"The input is {what}.");
            }
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_length <= maxLine + 1L)
        {
            _line.Write(bytes);
        }

        _endsInReturn = bytes.IsEmpty ? _endsInReturn : bytes[^1] == (byte)'\r';
    }

    private InputLine Finish()
    {
        var length = _length - (_endsInReturn ? 1 : 0);
        return new(length > maxLine ? ReadOnlyMemory<byte>.Empty : _line.WrittenSpan[..(int)length].ToArray(), length);
    }
}
