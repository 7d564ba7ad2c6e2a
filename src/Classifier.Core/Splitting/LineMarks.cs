using System.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>What the look of a line tells.</summary>
internal static class LineMarks
{
    /// <summary>How many <c>&gt;</c> of a quoting mail program it begins with.</summary>
    public static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            if (c is not ('>' or ' '))
            {
                break;
            }

            depth += c == '>' ? 1 : 0;
        }

        return depth;
    }

    /// <summary>Length of the first word behind any <c>&gt;</c>.</summary>
    public static int FirstWord(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("> ");
        var end = line.IndexOfAny(' ', '\t', '\u00A0');
        return end < 0 ? line.Length : end;
    }

    public static char FirstLetter(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                return c;
            }
        }

        return '\0';
    }

    /// <summary>The line ends with a sentence's or a heading's last mark, brackets and quotation marks aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        while (line.Length > 0 && (line[^1] is ')' or ']' or '\'' || QuotePairs.IsMark(line[^1])))
        {
            line = line[..^1];
        }

        return line.Length > 0 && line[^1] is '.' or '!' or '?' or '…' or '؟' or '۔' or ':';
    }

    /// <summary>An item of a list, a hashtag, a mention, or a post that a dash signs.</summary>
    public static bool IsItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("> ");
        if (line.Length == 0 || line[0] is '•' or '·' or '‣' or '◦' or '▪' or '●' or '*' or '#' or '@' or '—')
        {
            return true;
        }

        return (line[0] is '-' or '–' && line.Length > 1 && char.IsWhiteSpace(line[1])) || NumberLength(line) > 0;
    }

    /// <summary>
    /// Length of a list number such as <c>1.</c>, <c>12)</c> or <c>a)</c>; 0 if the line begins with none.
    /// </summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && end < 3 && char.IsDigit(line[end]))
        {
            end++;
        }

        var letter = end == 0 && line.Length > 1 && char.IsLetter(line[0]) && line[1] == ')';
        end = letter ? 1 : end;
        return end > 0 && end + 1 < line.Length && line[end] is '.' or ')' && char.IsWhiteSpace(line[end + 1])
            ? end + 1
            : 0;
    }

    /// <summary>Nothing but hashtags, mentions and emoji, one of them at least.</summary>
    public static bool IsOnlyTags(ReadOnlySpan<char> line)
    {
        var any = false;
        for (var i = 0; i < line.Length;)
        {
            Rune.DecodeFromUtf16(line[i..], out var rune, out var length);
            if (line[i] is '#' or '@' && i + 1 < line.Length
                && (char.IsLetterOrDigit(line[i + 1]) || line[i + 1] == '_'))
            {
                length = LinkScanner.HandleEnd(line, i) - i;
                any = true;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                return false;
            }

            any |= Rune.IsSymbol(rune) && !rune.IsAscii;
            i += length;
        }

        return any;
    }
}
