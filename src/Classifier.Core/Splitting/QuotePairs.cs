namespace Classifier.Core.Splitting;

/// <summary>
/// Which marks open and close a quotation when a document is cut; wider than what <see cref="Text.QuoteMarks"/> tells
/// the features about: single and pointed marks, and ” on both sides.
/// </summary>
internal static class QuotePairs
{
    public static bool IsMark(char c) =>
        c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '‚' or '‹' or '›';

    /// <summary>The marks that close a quotation opened by this one; empty if it opens none.</summary>
    public static string ClosersOf(char opener) => opener switch
    {
        '"' => "\"",
        '“' or '‟' => "”\"",
        '„' => "”“\"",
        '”' => "”",
        '«' => "»",
        '»' => "«",
        '‹' => "›",
        '‚' => "’‘",
        '‘' => "’",
        '\'' => "'",
        _ => "",
    };

    /// <summary>Marks that are apostrophes as well.</summary>
    public static bool IsSingle(char c) => c is '\'' or '‘' or '’' or '‚';

    /// <summary>Marks that look the same on both sides, so that only the neighbours tell which one it is.</summary>
    public static bool IsAmbiguous(char c) => c is '"' or '\'' or '”' or '‘';
}
