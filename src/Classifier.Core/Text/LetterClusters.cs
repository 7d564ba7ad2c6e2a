namespace Classifier.Core.Text;

/// <summary>Letters with the combining marks that follow them.</summary>
internal static class LetterClusters
{
    /// <summary>Most combining marks that are composed, as in Unicode's stream-safe format (UAX 15).</summary>
    private const int MaxMarks = 30;

    /// <summary>NFC makes a UTF-16 text three times as long at most (UAX 15).</summary>
    private const int MaxComposed = 3 * (MaxMarks + 1);

    /// <summary>One past the last mark of the letter at a place.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && LetterTable.IsMark(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The letter that a letter and its marks make together; the letter itself where there is none.</summary>
    public static char Compose(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1)
        {
            return cluster[0];
        }

        cluster = cluster[..Math.Min(cluster.Length, 1 + MaxMarks)];
        Span<char> composed = stackalloc char[MaxComposed];
        return cluster.TryNormalize(composed, out _) ? composed[0] : cluster[0];
    }
}
