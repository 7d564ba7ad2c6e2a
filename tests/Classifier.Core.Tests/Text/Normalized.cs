using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

/// <summary>Normalised texts in the shapes that tests compare.</summary>
internal static class Normalized
{
    public static NormalizedText Of(string text)
    {
        var into = new NormalizedText();
        TextNormalizer.Normalize(text, into);
        return into;
    }

    public static string[] Plain(string text) => Words(Of(text).Plain);

    public static string[] Folded(string text) => Words(Of(text).Folded);

    public static string[] Hawar(string text) => Words(Of(text).Hawar);

    /// <summary>The pieces of the original that the tokens point at.</summary>
    public static string[] Sources(string text)
    {
        var normalized = Of(text);
        return [.. Enumerable.Range(0, normalized.Tokens.Length)
            .Select(i => normalized.Tokens[i].Span.Of(text).ToString())];
    }

    public static Token[] Tokens(string text) => Of(text).Tokens.ToArray();

    private static string[] Words(TokenView view) =>
        [.. Enumerable.Range(0, view.Count).Select(i => view[i].ToString())];
}
