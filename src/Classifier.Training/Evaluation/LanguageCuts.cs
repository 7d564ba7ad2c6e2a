namespace Classifier.Training.Evaluation;

/// <summary>A part of labelled lines that is reported by itself.</summary>
/// <param name="Rank">Its place in reports; parts of one rank are in the order of their names.</param>
/// <param name="Name">What reports call it.</param>
internal readonly record struct CutPart(int Rank, string Name);

/// <summary>The ways in which labelled lines are cut into parts.</summary>
internal static class LanguageCuts
{
    public const string Sentences = "sentences";

    /// <summary>Kinds by what the file's name has before its first underscore; all others are sentences.</summary>
    private static readonly (string Prefix, CutPart Part)[] Kinds =
        [("short", new(1, "short spans")), ("social", new(2, "posts"))];

    private static readonly (int From, CutPart Part)[] Lengths =
    [
        (20, new(5, "20 words or more")),
        (10, new(4, "10 to 19 words")),
        (5, new(3, "5 to 9 words")),
        (2, new(2, "2 to 4 words")),
        (1, new(1, "1 word")),
        (0, new(0, "no word")),
    ];

    /// <summary>All cuts: a name, and which part a line lies in; null where it lies in none.</summary>
    public static IReadOnlyList<(string Name, Func<LanguageRow, CutPart?> PartOf)> All { get; } =
    [
        ("kinds", row => Kind(row)),
        ("lengths", row => Lengths.First(l => Words(row.Text) >= l.From).Part),
        ("files", row => row.File is null ? null : new(0, row.File)),
    ];

    /// <summary>Names of all kinds, in the order of reports.</summary>
    public static IReadOnlyList<string> KindNames { get; } = [Sentences, .. Kinds.Select(k => k.Part.Name)];

    public static bool IsSentence(LanguageRow row) => Kind(row).Name == Sentences;

    public static CutPart Kind(LanguageRow row)
    {
        var prefix = row.File?.Split('_', 2)[0];
        var kind = Array.FindIndex(Kinds, k => k.Prefix == prefix);
        return kind < 0 ? new(0, Sentences) : Kinds[kind].Part;
    }

    /// <summary>
    /// What stands between white space and has a letter, so that the count is the same for every identifier.
    /// </summary>
    private static int Words(string text) => text.Split().Count(word => word.Any(char.IsLetter));
}
