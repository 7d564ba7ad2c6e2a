using System.Text;
using Classifier.Core;
using Classifier.Core.Language;

namespace Classifier.Training.Evaluation;

/// <summary>A text joined from lines in different languages.</summary>
/// <param name="Text">The lines with a space between them.</param>
/// <param name="Lines">Where each line stands, and its true language.</param>
internal sealed record StitchedParagraph(string Text, IReadOnlyList<LanguageSpan> Lines)
{
    /// <summary>The same rows and number give the same paragraphs.</summary>
    public const int Seed = 7;

    private const int FewestLines = 2;
    private const int MostLines = 5;

    /// <summary>
    /// Joins sentences at random: two to five of different languages, each language as likely as the next, and each of
    /// its sentences. Short spans and posts are left out: their languages may be mixed as they are.
    /// </summary>
    /// <exception cref="ClassifierException">The rows have sentences in fewer than two languages.</exception>
    public static List<StitchedParagraph> Build(IEnumerable<LanguageRow> rows, int paragraphs)
    {
        var languages = rows.Where(r => LanguageCuts.IsSentence(r) && r.Text.Any(char.IsLetter))
            .GroupBy(r => r.Lang, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.ToArray())
            .ToArray();
        if (languages.Length < FewestLines)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "LANGUAGES_MISSING",
                $"The data has sentences in {languages.Length} languages; paragraphs are stitched from {FewestLines} "
                    + "at least.");
        }

        var random = new Random(Seed);
        return [.. Enumerable.Range(0, paragraphs).Select(_ => Draw(languages, random))];
    }

    private static StitchedParagraph Draw(LanguageRow[][] languages, Random random)
    {
        random.Shuffle(languages);
        var lines = random.Next(FewestLines, Math.Min(MostLines, languages.Length) + 1);
        return Join(languages.Take(lines).Select(l => l[random.Next(l.Length)]));
    }

    private static StitchedParagraph Join(IEnumerable<LanguageRow> rows)
    {
        var text = new StringBuilder();
        var lines = new List<LanguageSpan>();
        foreach (var row in rows)
        {
            text.Append(text.Length > 0 ? " " : "");
            lines.Add(new(new(text.Length, text.Length + row.Text.Length), row.Lang));
            text.Append(row.Text);
        }

        return new(text.ToString(), lines);
    }
}
