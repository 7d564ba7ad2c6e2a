using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Lexicon;

/// <summary>
/// Reads the glossary: one file for each language, named after it, with tab-separated <c>form senses</c>; <c>#</c>
/// opens a comment.
/// </summary>
public static class GlossaryReader
{
    /// <summary>Folder of the glossary inside the lexicon's.</summary>
    public const string FolderName = "glossary";

    private const int MaxSenses = 3;

    /// <summary>All rows of a lexicon's glossary; none where the lexicon has no glossary.</summary>
    /// <exception cref="ClassifierException">A row breaks a rule; the message names file, line and rule.</exception>
    public static IReadOnlyList<GlossaryEntry> ReadFolder(string lexicon)
    {
        var folder = Path.Combine(lexicon, FolderName);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(ReadFile)]
            : [];
    }

    private static List<GlossaryEntry> ReadFile(string path)
    {
        var language = Path.GetFileNameWithoutExtension(path);
        if (!Languages.IsTagged(language))
        {
            throw LexiconReader.Bad($"{FolderName}/{Path.GetFileName(path)}", $"is of language '{language}'; known are nl, en, kmr and ckb");
        }

        var entries = new List<GlossaryEntry>();
        var text = new NormalizedText();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                entries.Add(Parse(line, language, $"{FolderName}/{Path.GetFileName(path)}:{number}", text));
            }
        }

        return entries;
    }

    private static GlossaryEntry Parse(string line, string language, string where, NormalizedText text)
    {
        var cells = line.Split('\t');
        if (cells.Length != 2)
        {
            throw LexiconReader.Bad(where, $"has {cells.Length} cells; 2 are needed: form, senses");
        }

        TextNormalizer.Normalize(cells[0], text);
        if (text.Tokens.Length != 1 || text.Tokens[0].Kind != TokenKind.Word)
        {
            throw LexiconReader.Bad(where, $"has form '{cells[0]}'; it must be one word");
        }

        var senses = cells[1].Split(' ');
        return senses.Length <= MaxSenses && senses.All(s => s.Length > 0)
            ? new(language, cells[0], senses)
            : throw LexiconReader.Bad(where, $"has senses '{cells[1]}'; one to {MaxSenses} words with a space between them are needed");
    }
}
