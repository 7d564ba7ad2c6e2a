using System.Text.Json;
using Classifier.Core;

namespace Classifier.Training.Corpus;

/// <summary>The labels that one reader gave a passage.</summary>
internal sealed record Reading
{
    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>One stance for each actor.</summary>
    public IReadOnlyDictionary<string, string> Stance { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// By event type of the passage as settled, the words that give it away (<see cref="CorpusRow.Cues"/>); none where
    /// the reader was not asked for them.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Two readings of one passage, made without sight of each other.</summary>
internal sealed record ReadingPair
{
    public required string Id { get; init; }

    public required string Lang { get; init; }

    public required Reading First { get; init; }

    public required Reading Second { get; init; }

    /// <summary>
    /// A later reading of the events alone, under the sharpened guideline; null where there was none.
    /// </summary>
    public Reading? Third { get; init; }

    /// <summary>
    /// One more of the events alone, after points 9 to 13 and 16 were sharpened once more; null where there was none.
    /// </summary>
    public Reading? Fourth { get; init; }

    /// <exception cref="ClassifierException">A line is no pair of readings; the message names its place.</exception>
    public static IReadOnlyList<ReadingPair> Read(string path)
    {
        var pairs = new List<ReadingPair>();
        foreach (var (file, line, text) in CorpusReader.Lines(path))
        {
            try
            {
                pairs.Add(JsonSerializer.Deserialize<ReadingPair>(text, CoreJson.Lines)
                    ?? throw new JsonException("It is null."));
            }
            catch (JsonException e)
            {
                throw new ClassifierException(
                    ErrorKind.InvalidArgument,
                    "READING_ROW",
                    $"{file}:{line} is not a pair of readings: {e.Message}",
                    e);
            }
        }

        return pairs;
    }
}
