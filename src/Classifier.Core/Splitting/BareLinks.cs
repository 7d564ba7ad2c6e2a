using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Links at the ends of a stretch of text. Beside those that words are made of, an address without <c>https://</c>
/// counts (<c>youtu.be/abc</c>), and one in brackets.
/// </summary>
internal static class BareLinks
{
    private const int MaxHost = 80;

    /// <summary>Length of the link that starts here, brackets included; 0 if none does.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '(' or '<' or '[' && at + 1 < text.Length)
        {
            var inside = Plain(text, at + 1);
            var end = at + 1 + inside;
            return inside > 0 && end < text.Length && text[end] is ')' or '>' or ']' ? inside + 2 : 0;
        }

        return Plain(text, at);
    }

    /// <summary>The word at the end of a text is a link.</summary>
    public static bool EndsWithOne(ReadOnlySpan<char> text, int from)
    {
        var word = LastWord(text, from);
        return word < text.Length && Length(text, word) == text.Length - word;
    }

    /// <summary>Where the last word of a text begins.</summary>
    public static int LastWord(ReadOnlySpan<char> text, int from)
    {
        var word = text.Length;
        while (word > from && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        return word;
    }

    private static int Plain(ReadOnlySpan<char> text, int at)
    {
        var known = LinkScanner.Length(text, at);
        if (known > 0)
        {
            return known;
        }

        var host = HostLength(text[at..Math.Min(text.Length, at + MaxHost)]);
        if (host == 0 || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return 0;
        }

        var end = at + host;
        while (end < text.Length && !char.IsWhiteSpace(text[end])
            && text[end] is not (')' or '>' or ']' or '"' or '”' or '»' or '—'))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Length of <c>name.tld/</c>, 0 where the text does not begin so.</summary>
    private static int HostLength(ReadOnlySpan<char> text)
    {
        var (label, labels) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '/')
            {
                return labels > 0 && label >= 2 && i >= 4 && char.IsAsciiLetter(text[i - 1]) ? i + 1 : 0;
            }

            if (text[i] == '.' && label >= 2)
            {
                (label, labels) = (0, labels + 1);
            }
            else if (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '-')
            {
                label++;
            }
            else
            {
                return 0;
            }
        }

        return 0;
    }
}
