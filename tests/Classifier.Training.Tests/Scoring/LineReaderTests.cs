using System.Text;
using Classifier.Core;
using Classifier.Training.Scoring;
using CsCheck;

namespace Classifier.Training.Tests.Scoring;

public sealed class LineReaderTests
{
    private const int Enough = 1 << 20;

    private static readonly Gen<string> Texts = Gen.OneOfConst("a", "bc", "é", "🔥", "\r", "\n", "\r\n", "\uFEFF", " ")
        .Array[0, 40].Select(string.Concat);

    /// <summary>
    /// Splitting a whole text at LF, and dropping one CR before each end, is what the reader must equal.
    /// </summary>
    [Fact]
    public void Lines_are_those_of_the_whole_text_however_the_bytes_arrive() =>
        Gen.Select(Texts, Gen.Int[1, 5]).Sample((text, piece) => Assert.Equal(Split(text), Read(text, Enough, piece)));

    [Fact]
    public void Long_lines_are_told_by_their_length_and_the_next_is_read() =>
        Gen.Select(Texts, Gen.Int[0, 8], Gen.Int[1, 5]).Sample((text, max, piece) => Assert.Equal(
            Split(text).Select(l => Encoding.UTF8.GetByteCount(l) is var n && n > max ? $"{n} bytes" : l),
            Read(text, max, piece)));

    [Theory]
    [InlineData("UTF-16", 0xFF, 0xFE, (int)'{', 0)]
    [InlineData("UTF-16", 0xFE, 0xFF, 0, (int)'{')]
    [InlineData("zipped", 0x1F, 0x8B, 8, 0)]
    public void A_stream_that_is_no_text_of_ours_is_refused_as_a_whole(string what, params int[] bytes)
    {
        using var stream = new MemoryStream([.. bytes.Select(b => (byte)b)]);
        var error = Assert.Throws<ClassifierException>(() => new LineReader(stream, Enough).Read());
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_many_chunks_is_whole()
    {
        var line = new string('x', 200_000);
        Assert.Equal([line, "", line], Read($"{line}\n\n{line}", Enough, int.MaxValue));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Nothing_has_no_line(string text) => Assert.Empty(Read(text, Enough, 1));

    [Fact]
    public void A_line_outlives_the_next()
    {
        var reader = new LineReader(new MemoryStream("first\nsecond\n"u8.ToArray()), Enough);
        var (first, second) = (reader.Read()!.Value, reader.Read()!.Value);
        Assert.Equal("first"u8.ToArray(), first.Bytes.ToArray());
        Assert.Equal("second"u8.ToArray(), second.Bytes.ToArray());
        Assert.Null(reader.Read());
        Assert.Null(reader.Read());
    }

    private static IEnumerable<string> Split(string text)
    {
        var body = text.StartsWith('\uFEFF') ? text[1..] : text;
        var lines = body.Split('\n');
        return lines.SkipLast(lines[^1].Length == 0 ? 1 : 0).Select(l => l.EndsWith('\r') ? l[..^1] : l);
    }

    private static List<string> Read(string text, int max, int piece)
    {
        var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), piece), max);
        var lines = new List<string>();
        while (reader.Read() is { } line)
        {
            Assert.Equal(line.TooLong, line.Length > max);
            lines.Add(line.TooLong ? $"{line.Length} bytes" : Encoding.UTF8.GetString(line.Bytes.Span));
        }

        return lines;
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }
}
