using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Lexicon;

/// <summary>
/// Reads the glossary: one file for each language, named after it, with tab-separated <c>form senses</c>; <c>#</c>
/// opens a comment. A service waits for its tens of thousands of rows, so lines are read in place and rows that mean
/// the same share their senses.
/// </summary>
public sealed class GlossaryReader
{
    /// <summary>Folder of the glossary inside the lexicon's.</summary>
    public const string FolderName = "glossary";

    private const int MaxSenses = 3;

    private readonly List<GlossaryEntry> _entries = [];
    private readonly Dictionary<string, string[]> _sensesOf = new(StringComparer.Ordinal);
    private readonly NormalizedText _form = new();

    private GlossaryReader()
    {
    }

    /// <summary>All rows of a lexicon's glossary; none where the lexicon has no glossary.</summary>
    /// <exception cref="ClassifierException">A row breaks a rule; the message names file, line and rule.</exception>
    public static IReadOnlyList<GlossaryEntry> ReadFolder(string lexicon)
    {
        var reader = new GlossaryReader();
        foreach (var file in Tables(Path.Combine(lexicon, FolderName)))
        {
            reader.ReadFile(file);
        }

        return reader._entries;
    }

    private static IEnumerable<string> Tables(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private void ReadFile(string path)
    {
        var file = $"{FolderName}/{Path.GetFileName(path)}";
        var language = Path.GetFileNameWithoutExtension(path);
        if (!Languages.IsTagged(language))
        {
            throw LexiconReader.Bad(file, $"is of language '{language}'; known are {Languages.TaggedNames}");
        }

        var number = 0;
        foreach (var line in File.ReadAllText(path).AsSpan().EnumerateLines())
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                _entries.Add(Parse(line, language, file, number));
            }
        }
    }

    private GlossaryEntry Parse(ReadOnlySpan<char> line, string language, string file, int number)
    {
        ClassifierException Bad(string what) => LexiconReader.Bad($"{file}:{number}", what);
        var cells = line.Count('\t') + 1;
        if (cells != 2)
        {
            throw Bad($"has {cells} cells; 2 are needed: form, senses");
        }

        var tab = line.IndexOf('\t');
        TextNormalizer.Normalize(line[..tab], _form);
        if (_form.Tokens.Length != 1 || _form.Tokens[0].Kind != TokenKind.Word)
        {
            throw Bad($"has form '{line[..tab]}'; it must be one word");
        }

        return new(
            language,
            _form.Folded[0].ToString(),
            Senses(line[(tab + 1)..]) ?? throw Bad(
                $"has senses '{line[(tab + 1)..]}'; one to {MaxSenses} words with a space between them are needed"));
    }

    /// <summary>The senses of a cell; null where they break the rule.</summary>
    private string[]? Senses(ReadOnlySpan<char> cell)
    {
        var known = _sensesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(cell, out var senses))
        {
            return senses;
        }

        senses = cell.ToString().Split(' ');
        if (senses.Length > MaxSenses || senses.Any(s => s.Length == 0))
        {
            return null;
        }

        known[cell] = senses;
        return senses;
    }
}
