namespace Classifier.Core.Text;

/// <summary>Finds links and @names; the one place that says how far they reach.</summary>
internal static class LinkScanner
{
    private static readonly string[] Heads = ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"];

    /// <summary>Length of the link that starts here, 0 if none does.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        if (!MayBegin(text, at) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
        {
            return 0;
        }

        foreach (var head in Heads)
        {
            if (text[at..].StartsWith(head, StringComparison.OrdinalIgnoreCase))
            {
                return Trimmed(text, at, at + head.Length) - at;
            }
        }

        return 0;
    }

    /// <summary>Two letters rule nearly all words out.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text, int at) =>
        text[at] is 'h' or 'H' or 'w' or 'W' or 'p' or 't'
        && at + 1 < text.Length && text[at + 1] is 't' or 'T' or 'w' or 'W' or 'i' or 'I' or '.';

    /// <summary>End of an @name that starts here.</summary>
    public static int HandleEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// A link ends at white space, quotes, brackets and dashes; closing punctuation is not part of it.
    /// </summary>
    private static int Trimmed(ReadOnlySpan<char> text, int start, int end)
    {
        while (end < text.Length && IsLinkChar(text[end]))
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?')
        {
            end--;
        }

        return end;
    }

    private static bool IsLinkChar(char c) =>
        !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('—' or '–' or '<' or '>' or '"' or '”' or '»' or ')');
}
