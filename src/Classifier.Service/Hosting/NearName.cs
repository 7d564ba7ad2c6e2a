namespace Classifier.Service.Hosting;

/// <summary>Finds the known name that one which is not known was likely meant to be.</summary>
internal static class NearName
{
    /// <summary>No known name is longer; comparing takes the product of both lengths.</summary>
    private const int Longest = 64;

    /// <summary>What to tell of an unknown name: the nearest known one, or all of them where none is near.</summary>
    public static string Hint(string name, IReadOnlyList<string> known) => Of(name, known) is { } near
        ? $"nearest known: {near}"
        : $"known: {string.Join(", ", known)}";

    /// <summary>Null where none is near. Case and underscores don't count; one letter in three may differ.</summary>
    public static string? Of(string name, IReadOnlyList<string> known)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        var folded = Folded(name);
        var (near, distance) = known.Select(k => (k, Distance(folded, Folded(k)))).MinBy(k => k.Item2);
        return distance <= folded.Length / 3 ? near : null;
    }

    private static string Folded(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>How many letters to put in, take out, change, or swap with the next.</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Least(rows, from, to, i, j);
            }
        }

        return rows[from.Length, to.Length];
    }

    private static int Least(int[,] rows, string from, string to, int i, int j)
    {
        var least = Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1;
        least = Math.Min(least, rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }
}
