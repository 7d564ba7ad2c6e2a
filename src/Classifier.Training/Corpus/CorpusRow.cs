using System.Globalization;

namespace Classifier.Training.Corpus;

/// <summary>A labelled passage, one line of a corpus file.</summary>
internal sealed record CorpusRow
{
    public required string Id { get; init; }

    public required string Lang { get; init; }

    public required string Text { get; init; }

    /// <summary>YYYY-MM-DD, YYYY-MM, YYYY, or null.</summary>
    public string? Date { get; init; }

    public string? Genre { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>One stance for each actor.</summary>
    public IReadOnlyDictionary<string, string> Stance { get; init; } = new Dictionary<string, string>();

    /// <summary>Passages about one happening share it, and never straddle splits.</summary>
    public string? Group { get; init; }

    /// <summary>train, dev or test; null in files that are only evaluated on.</summary>
    public string? Split { get; init; }

    /// <summary>The date as a day; null where it is unknown or names no day.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(
        Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
