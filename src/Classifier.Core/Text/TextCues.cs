namespace Classifier.Core.Text;

/// <summary>Signs in a text that no word carries; they tell genres and voices apart.</summary>
[Flags]
public enum TextCues
{
    None = 0,
    Exclamation = 1,
    Question = 1 << 1,
    QuoteMark = 1 << 2,
    OpensWithQuote = 1 << 3,
    Hashtag = 1 << 4,
    Emoji = 1 << 5,
    Link = 1 << 6,
    Mention = 1 << 7,

    /// <summary>No lower-case letter among at least eight letters that have case.</summary>
    AllCaps = 1 << 8,

    /// <summary>At least one of ê î û ş ç.</summary>
    HawarDiacritics = 1 << 9,
    Ellipsis = 1 << 10,
    Parenthesis = 1 << 11,
}
