using Classifier.Core.Text;

namespace Classifier.Training.Corpus;

/// <summary>A labelled passage, one line of a corpus file.</summary>
internal sealed record CorpusRow
{
    public required string Id { get; init; }

    public required string Lang { get; init; }

    public required string Text { get; init; }

    /// <summary>
    /// Of one of <see cref="PassageDate.Forms"/>, or null; <see cref="CorpusReader.Read"/> and <see cref="RowRules"/>
    /// see to it.
    /// </summary>
    public string? Date { get; init; }

    public string? Genre { get; init; }

    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>One stance for each actor.</summary>
    public IReadOnlyDictionary<string, string> Stance { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// By event type, the words that give it away, each as the text has it and in whole words; none where no reader
    /// marked them.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Passages about one happening share it, and never straddle splits.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// Written as real sources are, as cut from the middle of a longer text; thresholds are tuned on such rows.
    /// </summary>
    public bool Excerpt { get; init; }

    /// <summary>train, dev or test; null in files that are only evaluated on.</summary>
    public string? Split { get; init; }

    /// <summary>The date, read; null where it is unknown or malformed.</summary>
    public PassageDate? When => PassageDate.TryParse(Date, out var date) ? date : null;
}
