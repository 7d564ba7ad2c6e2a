using Classifier.Core.Features;

namespace Classifier.Training.Corpus;

/// <summary>
/// The three parts of a corpus. A group's part follows from its name, so new rows never move old ones.
/// </summary>
internal static class Splits
{
    public const string Train = "train";
    public const string Dev = "dev";
    public const string Test = "test";

    private const uint Seed = 97;

    public static IReadOnlyList<string> All { get; } = [Train, Dev, Test];

    /// <summary>The part for a group: of every ten groups eight train, one dev, one test, by hash.</summary>
    public static string Of(string group) => (FeatureHash.Of(Seed, group) % 10) switch
    {
        0 => Dev,
        1 => Test,
        _ => Train,
    };

    /// <summary>
    /// The dev rows that thresholds are tuned on: those written as real sources are, where labels are as rare and as
    /// hard to tell as there; all where none is.
    /// </summary>
    public static IReadOnlyList<CorpusRow> ForThresholds(IEnumerable<CorpusRow> rows)
    {
        List<CorpusRow> dev = [.. rows.Where(r => r.Split == Dev)];
        return dev.Exists(r => r.Excerpt) ? dev.FindAll(r => r.Excerpt) : dev;
    }
}
