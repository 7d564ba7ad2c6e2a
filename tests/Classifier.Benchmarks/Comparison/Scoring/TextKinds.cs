namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>Kinds of text, told by the name of the file that a row is from.</summary>
internal static class TextKinds
{
    public const string Sentences = "sentences";
    public const string ShortSpans = "short spans";
    public const string Posts = "posts";

    public static IReadOnlyList<string> All { get; } = [Sentences, ShortSpans, Posts];

    public static string Of(string? file) =>
        file is null ? Sentences
        : file.StartsWith("short_", StringComparison.Ordinal) ? ShortSpans
        : file.StartsWith("social_", StringComparison.Ordinal) ? Posts
        : Sentences;
}
