namespace Classifier.Training.Corpus;

/// <summary>The kinds of text that a corpus row may be.</summary>
internal static class Genres
{
    public static IReadOnlyList<string> All { get; } =
        ["blog", "wire", "tweet", "statement", "reportage", "quote", "headline", "encyclopedia"];
}
