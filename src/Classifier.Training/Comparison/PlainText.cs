using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>Tasks for contestants that take plain text: the actor of a stance is named by a word in front.</summary>
internal static class PlainText
{
    /// <summary>The passage in lower case on one line.</summary>
    public static string Of(CorpusRow row) =>
        string.Join(' ', row.Text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The passage with its target in front.</summary>
    public static string Of(CorpusRow row, string actor) => $"target_{actor} {Of(row)}";

    /// <summary>All pairs of a passage and an actor that it carries.</summary>
    public static IEnumerable<(CorpusRow Row, string Actor)> Pairs(IEnumerable<CorpusRow> rows) =>
        rows.SelectMany(r => r.Actors.Select(a => (r, a)));
}
