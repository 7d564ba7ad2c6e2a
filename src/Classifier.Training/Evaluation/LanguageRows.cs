using System.Text.Json;
using System.Text.Json.Serialization;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Corpus;
using Classifier.Training.Files;

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

    private static readonly FieldTable Fields = new(
        new("text", FieldShape.Text, Required: true),
        new("lang", FieldShape.Text, Required: true),
        new("iso", FieldShape.TextOrNull),
        new("file", FieldShape.TextOrNull));

    /// <summary>Reads JSON Lines, gzipped where the name ends so.</summary>
    /// <exception cref="ClassifierException">
    /// A line is no such row, or there is none; the message names file and line.
    /// </exception>
    public static List<LanguageRow> Read(string path)
    {
        var rows = new List<LanguageRow>();
        foreach (var line in InputFile.Lines(path))
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
            throw Bad($"{place} is not a line with its language: {Fields.Problem(line) ?? e.Message}.");
        }
    }

    private static ClassifierException Bad(string message) => new(ErrorKind.InvalidArgument, "CORPUS_ROW", message);
}
