using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Lexicon;

/// <summary>
/// Reads the lexicon: tab-separated <c>concept lang form case from until</c>, <c>#</c> opens a comment.
/// </summary>
public static class LexiconReader
{
    private const int MinStem = 2;

    /// <summary>All rows of all <c>*.tsv</c> files of a folder, in the order of file names and lines.</summary>
    /// <exception cref="ClassifierException">A row breaks a rule; the message names file, line and rule.</exception>
    public static IReadOnlyList<LexiconEntry> ReadFolder(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(ReadFile)];
        }
        catch (DirectoryNotFoundException e)
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "LEXICON_MISSING", $"There is no lexicon folder {folder}.", e);
        }
    }

    private static List<LexiconEntry> ReadFile(string path)
    {
        var entries = new List<LexiconEntry>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                entries.Add(Parse(line, $"{Path.GetFileName(path)}:{number}"));
            }
        }

        return entries;
    }

    internal static LexiconEntry Parse(string line, string where)
    {
        var cells = line.Split('\t');
        if (cells.Length is < 3 or > 6)
        {
            throw Bad(where, $"has {cells.Length} cells; 3 to 6 are needed: concept, lang, form, case, from, until");
        }

        string Cell(int i) => i < cells.Length ? cells[i].Trim() : "";
        var language = Cell(1);
        if (language != "*" && !Languages.IsTagged(language))
        {
            throw Bad(where, $"names language '{language}'; known are {Languages.TaggedNames} and *");
        }

        if (Cell(3) is not ("" or "cased"))
        {
            throw Bad(where, $"has case '{Cell(3)}'; it is empty or 'cased'");
        }

        CheckForm(Cell(2), where);
        var concept = Concepts.Check(Cell(0), where);
        return new(concept, language, Cell(2), Cell(3) == "cased", Day(Cell(4), where), Day(Cell(5), where));
    }

    private static void CheckForm(string form, string where)
    {
        var bare = form.Trim('*');
        if (bare.Length < (form.Length == bare.Length ? 1 : MinStem) || bare.Contains('*'))
        {
            throw Bad(where, $"has form '{form}'; * stands first or last only, beside at least {MinStem} letters");
        }
    }

    private static DateOnly? Day(string cell, string where)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        return CalendarDay.TryParse(cell, out var day)
            ? day
            : throw Bad(where, $"has date '{cell}'; write it as 2024-12-08");
    }

    internal static ClassifierException Bad(string where, string what) =>
        new(ErrorKind.InvalidArgument, "LEXICON_ROW", $"Lexicon row {where} {what}.");
}
