using System.Globalization;

namespace Classifier.Benchmarks.Stages;

/// <summary>Passages that are told together.</summary>
/// <param name="Language">Their tag; empty for all.</param>
/// <param name="MinWords">Fewest words.</param>
/// <param name="MaxWords">Most words.</param>
internal sealed record StageGroup(string Language, int MinWords, int MaxWords)
{
    /// <summary>Every language at about 60 words, then all languages by length.</summary>
    public static IReadOnlyList<StageGroup> All { get; } =
    [
        new("en", 55, 65), new("nl", 55, 65), new("kmr", 55, 65), new("ckb", 55, 65),
        new("", 1, 15), new("", 16, 30), new("", 31, 54), new("", 55, 65), new("", 66, 100), new("", 101, int.MaxValue),
    ];

    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Language.Length == 0 ? "all" : Language)}, "
            + $"{MinWords}{(MaxWords == int.MaxValue ? " and more" : $" to {MaxWords}")} words");

    public bool Holds(string language, int words) =>
        (Language.Length == 0 || Language == language) && words >= MinWords && words <= MaxWords;
}
