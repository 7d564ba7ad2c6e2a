using Classifier.Core.Features;

namespace Classifier.Training.Corpus;

/// <summary>The three parts of a corpus. A group's part follows from its name, so new rows never move old ones.</summary>
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
}
