namespace Classifier.Core.Text;

/// <summary>Refuses texts that no offset or model could be right about.</summary>
public static class TextGuard
{
    /// <summary>Throws <see cref="ErrorKind.InvalidArgument"/> for empty, broken or too long text.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maxLength">Largest length in UTF-16 units.</param>
    /// <param name="field">Name of the field, for the violation.</param>
    public static void Check(string? text, int maxLength, string field)
    {
        if (text is null || Blanks.Are(text))
        {
            throw ClassifierException.Invalid(
                Reasons.TextEmpty, field, "is empty; at least one visible character is needed");
        }

        CheckForm(text, maxLength, field);
    }

    /// <summary>
    /// Throws <see cref="ErrorKind.InvalidArgument"/> for broken or too long text. For texts whose language is asked:
    /// nothing to read is no error there, it is <c>und</c>.
    /// </summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maxLength">Largest length in UTF-16 units.</param>
    /// <param name="field">Name of the field, for the violation.</param>
    public static void CheckForm(string text, int maxLength, string field)
    {
        if (text.Length > maxLength)
        {
            throw ClassifierException.Invalid(
                Reasons.TextTooLong, field,
                $"has {text.Length} UTF-16 units; at most {maxLength} are allowed, split it");
        }

        var broken = IndexOfLoneSurrogate(text);
        if (broken >= 0)
        {
            throw ClassifierException.Invalid(
                Reasons.TextBroken, field, $"has a lone surrogate at UTF-16 offset {broken}; send well-formed Unicode");
        }
    }

    /// <summary>Offset of the first surrogate without its partner, or -1.</summary>
    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (char.IsLowSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
