using System.Text;
using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Files;

namespace Classifier.Training.Corpus;

/// <summary>Fills in the split of rows that lack one; every other byte of a file stays as it is.</summary>
internal static class SplitAssigner
{
    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    /// <summary>Rewrites the files that need it; returns how many rows were filled in.</summary>
    /// <exception cref="ClassifierException">A file is not in UTF-8, or zipped; then none is rewritten.</exception>
    public static int Fill(IEnumerable<string> files)
    {
        var all = files.ToList();
        all.ForEach(CheckForm);
        return all.Sum(FillFile);
    }

    private static int FillFile(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var output = new MemoryStream(bytes.Length);
        var filled = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var end = Array.IndexOf(bytes, LineFeed, at);
            var line = bytes.AsSpan(at, (end < 0 ? bytes.Length : end + 1) - at);
            filled += Write(line, output) ? 1 : 0;
            at += line.Length;
        }

        if (filled > 0)
        {
            OutputFile.Write(file, output.ToArray());
        }

        return filled;
    }

    /// <summary>Other forms can be read, and are not written.</summary>
    private static void CheckForm(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> buffer = stackalloc byte[GzipMark.Length];
        ReadOnlySpan<byte> bytes = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        var form = bytes.StartsWith(GzipMark) ? "zipped; unzip it"
            : bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)
                ? "UTF-16; save it as UTF-8"
            : null;
        if (form is not null)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "CORPUS_FORM", $"{file} is {form} for --assign-splits to fill in splits.");
        }
    }

    /// <summary>Writes a line, with its split where that was missing; tells whether it was.</summary>
    private static bool Write(ReadOnlySpan<byte> line, MemoryStream output)
    {
        if (Find(line) is not { } gap)
        {
            output.Write(line);
            return false;
        }

        output.Write(line[..gap.Start]);
        output.Write(Encoding.UTF8.GetBytes($"{gap.Lead}\"{gap.Split}\""));
        output.Write(line[gap.End..]);
        return true;
    }

    /// <summary>
    /// Where a row's split is to stand: in place of null or an empty one, or before the closing brace; null for other
    /// lines. Capitals make no difference in names, as where rows are read.
    /// </summary>
    private static Gap? Find(ReadOnlySpan<byte> line)
    {
        var mark = line.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return Find(new Utf8JsonReader(line[mark..]), mark);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Gap? Find(Utf8JsonReader reader, int mark)
    {
        string? group = null;
        Gap? gap = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!.ToLowerInvariant();
            reader.Read();
            switch (name)
            {
                case "split" when gap is not null || !IsEmpty(reader):
                    return null;
                case "split":
                    gap = new((int)reader.TokenStartIndex + mark, (int)reader.BytesConsumed + mark, "", "");
                    break;
                case "group":
                    group = reader.GetString();
                    break;
            }

            reader.Skip();
        }

        var brace = (int)reader.TokenStartIndex + mark;
        gap ??= new(brace, brace, ", \"split\": ", "");
        return reader.Read() || string.IsNullOrEmpty(group) ? null : gap with { Split = Splits.Of(group) };
    }

    private static bool IsEmpty(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null
        || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty);

    /// <summary>A range of a line's bytes, and what goes there.</summary>
    private sealed record Gap(int Start, int End, string Lead, string Split);
}
