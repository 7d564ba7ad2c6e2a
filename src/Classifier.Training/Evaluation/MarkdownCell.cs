namespace Classifier.Training.Evaluation;

/// <summary>Text in a cell of a Markdown table, which a bar or a line's end would break.</summary>
internal static class MarkdownCell
{
    public static string Of(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
