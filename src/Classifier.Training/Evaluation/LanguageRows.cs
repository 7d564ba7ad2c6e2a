using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Classifier.Core;
using Classifier.Core.Language;

namespace Classifier.Training.Evaluation;

/// <summary>A line with its language.</summary>
/// <param name="Text">The line.</param>
/// <param name="Lang">Its tag.</param>
/// <param name="Iso">ISO 639-3, where known; names the neighbour that was taken for a language.</param>
/// <param name="File">Where it is from; lines are reported by it.</param>
internal sealed record LanguageRow(
    [property: JsonRequired] string Text, [property: JsonRequired] string Lang, string? Iso, string? File);

/// <summary>Reads lines with their languages.</summary>
internal static class LanguageRows
{
    private static readonly JsonSerializerOptions Options = new(CoreJson.Lines)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads JSON Lines, gzipped where the name ends so.</summary>
    /// <exception cref="ClassifierException">
    /// A line is no such row, or there is none; the message names file and line.
    /// </exception>
    public static List<LanguageRow> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(stream);
        var rows = new List<LanguageRow>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Parse(line, $"{path}:{rows.Count + 1}"));
        }

        return rows.Count > 0 ? rows : throw Bad($"There is no row in {path}.");
    }

    private static LanguageRow Parse(string line, string place)
    {
        try
        {
            var row = JsonSerializer.Deserialize<LanguageRow>(line, Options)
                ?? throw new JsonException("The line is null.");
            return Languages.IsKnown(row.Lang)
                ? row
                : throw Bad($"{place} has lang '{row.Lang}'; allowed are "
                    + $"{string.Join(", ", Languages.Tagged.Select(l => l.Tag))} and {Languages.Undetermined}.");
        }
        catch (JsonException e)
        {
            throw Bad($"{place} is not a line with its language: {e.Message}");
        }
    }

    private static ClassifierException Bad(string message) => new(ErrorKind.InvalidArgument, "CORPUS_ROW", message);
}
