namespace Classifier.Core.Text;

/// <summary>What a token is, beside a plain word.</summary>
public enum TokenKind
{
    Word,

    /// <summary>All digits, written in ASCII in every view.</summary>
    Number,

    /// <summary>A link, shown as a placeholder.</summary>
    Link,

    /// <summary>An @name, shown as a placeholder.</summary>
    Mention,
}

/// <summary>One token of a text.</summary>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">Word, number or placeholder.</param>
/// <param name="InHashtag">It came out of a hashtag.</param>
/// <param name="BreakBefore">A sentence or line ends between the token before and this one.</param>
/// <param name="Sentence">Index of its sentence, from 0.</param>
/// <param name="Quoted">It stands between double quotation marks.</param>
public readonly record struct Token(
    int Start, int End, TokenKind Kind, bool InHashtag, bool BreakBefore, int Sentence, bool Quoted)
{
    public TextSpan Span => new(Start, End);

    /// <summary>
    /// Whether hardly more than a space stands between a token and this one: no comma, colon or emoji.
    /// </summary>
    public bool Follows(Token before) => Start - before.End <= 1;
}
