namespace Classifier.Core.Text;

/// <summary>Which characters open and close a quotation.</summary>
internal static class QuoteMarks
{
    public static bool IsDouble(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    /// <summary>The mark that closes a quotation opened by this one; <c>'\0'</c> if it opens none.</summary>
    public static char CloserOf(char opener) => opener switch
    {
        '"' => '"',
        '“' => '”',
        '„' => '”',
        '«' => '»',
        '»' => '«',
        _ => '\0',
    };

    /// <summary>
    /// Whether a mark closes; Dutch „ takes “ as well as ”, and typists mix straight and curly marks.
    /// </summary>
    public static bool Closes(char opener, char c) =>
        c == CloserOf(opener) || (opener == '„' && c is '“' or '"') || (opener == '“' && c == '"');

    /// <summary>
    /// The mark of the quotation that is open behind a character; <c>'\0'</c> if none is. Lines end quotations.
    /// </summary>
    /// <param name="open">The mark of the quotation that is open before it.</param>
    /// <param name="c">Any character.</param>
    public static char After(char open, char c)
    {
        if (open == '\0')
        {
            return CloserOf(c) == '\0' ? open : c;
        }

        return c == '\n' || Closes(open, c) ? '\0' : open;
    }
}
