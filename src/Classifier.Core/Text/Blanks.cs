namespace Classifier.Core.Text;

/// <summary>Characters that show nothing: white space, controls, joiners, marks of direction and of bytes.</summary>
public static class Blanks
{
    public static bool Is(char c) =>
        char.IsWhiteSpace(c)
        || char.IsControl(c)
        || c is '\u00AD' or '\u061C' or '\uFEFF'
            or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2069');

    /// <summary>Whether there is nothing to see.</summary>
    public static bool Are(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Is(c))
            {
                return false;
            }
        }

        return true;
    }
}
