using System.Text.Json;
using System.Text.Json.Serialization;
using Classifier.Core;
using Classifier.Training.Files;

namespace Classifier.Training.Corpus;

/// <summary>
/// Reads labelled passages from JSON Lines. Every row has <see cref="CorpusFields.Labels"/>; further fields of a row
/// are ignored.
/// </summary>
internal static class CorpusReader
{
    private static readonly JsonSerializerOptions Options = new(CoreJson.Lines)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = true,
    };

    /// <summary>All rows of a file, or of all <c>*.jsonl</c> files of a folder in the order of their names.</summary>
    /// <exception cref="ClassifierException">A line is no row; the message names file and line.</exception>
    public static List<CorpusRow> Read(string path)
    {
        var rows = new List<CorpusRow>();
        foreach (var (file, line, text) in Lines(path))
        {
            try
            {
                rows.Add(Whole(Dated(Parse(text)), text));
            }
            catch (JsonException e)
            {
                throw new ClassifierException(
                    ErrorKind.InvalidArgument,
                    "CORPUS_ROW",
                    $"{file}:{line} is not a labelled passage: {e.Message}",
                    e);
            }
        }

        return rows;
    }

    /// <summary>
    /// Some names change their meaning with the date, so one that can't be read is not taken for none.
    /// </summary>
    private static CorpusRow Dated(CorpusRow row) =>
        RowRules.DateProblem(row) is { } problem ? throw new JsonException($"{problem}.") : row;

    /// <summary>A label field that is left out, or misspelt, is not taken for one without labels.</summary>
    private static CorpusRow Whole(CorpusRow row, string line) =>
        CorpusFields.All.Gap(line, CorpusFields.Labels) is { } gap ? throw new JsonException($"{gap}.") : row;

    /// <exception cref="JsonException">The line is not a labelled passage.</exception>
    public static CorpusRow Parse(string line)
    {
        var row = Deserialize(line);
        if (row.Actors.Concat(row.Events).Concat(row.Stance.Values).Any(label => label is null))
        {
            throw new JsonException("A label is null.");
        }

        return row.Cues.Values.Any(cues => cues?.Any(cue => cue is null) ?? true)
            ? throw new JsonException("A cue is null.")
            : row;
    }

    private static CorpusRow Deserialize(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<CorpusRow>(line, Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException e) when (CorpusFields.All.Problem(line) is { } problem)
        {
            throw new JsonException($"{problem}.", e);
        }
    }

    /// <summary>The non-empty lines of the files, with their places.</summary>
    public static IEnumerable<(string File, int Line, string Text)> Lines(string path)
    {
        foreach (var file in Files(path))
        {
            var number = 0;
            foreach (var line in InputFile.Lines(file))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    yield return (file, number, line);
                }
            }
        }
    }

    /// <summary>
    /// The file itself, zipped where its name ends in .gz, or the <c>*.jsonl</c> files of a folder in the order of
    /// their names.
    /// </summary>
    public static IEnumerable<string> Files(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal);
        }

        return File.Exists(path)
            ? [path]
            : throw new ClassifierException(
                ErrorKind.NotFound, "CORPUS_MISSING", $"There is no file or folder {path}.");
    }
}
