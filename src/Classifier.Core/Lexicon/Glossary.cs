using Classifier.Core.Language;

namespace Classifier.Core.Lexicon;

/// <summary>
/// What single words mean, in senses that all languages share: <c>kuştin</c>, <c>کوژرا</c> and <c>gedood</c> all mean
/// <c>kill</c>. What is learned of a word in one language then holds in the others. Immutable; all threads share it.
/// </summary>
/// <remarks>
/// Kurdish has more inflected forms than any list. A word that is not listed has the senses of the longest listed form
/// that it begins with, if that leaves an ending of a few letters.
/// </remarks>
public sealed class Glossary
{
    /// <summary>Letters of a listed form from which on longer words may be its inflections.</summary>
    private const int MinStem = 4;

    /// <summary>Most letters of an ending.</summary>
    private const int MaxEnding = 4;

    private readonly Dictionary<string, string[]>[] _sensesOf;

    /// <param name="entries">
    /// Rows, each of one word of a tagged language, as <see cref="GlossaryReader"/> gives them; of rows with the same
    /// form the first counts.
    /// </param>
    public Glossary(IReadOnlyList<GlossaryEntry> entries)
    {
        _sensesOf = [.. Languages.Tagged.Select(l => Room(entries.Count(e => e.Language == l.Tag)))];
        foreach (var entry in entries)
        {
            _sensesOf[Languages.IndexOf(entry.Language)].TryAdd(entry.Form, entry.Senses);
        }
    }

    private static Dictionary<string, string[]> Room(int forms) => new(forms, StringComparer.Ordinal);

    /// <summary>A glossary without words.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>The glossary of a lexicon's folder.</summary>
    /// <exception cref="ClassifierException">A row breaks a rule; the message names file, line and rule.</exception>
    public static Glossary Read(string lexicon) => new(GlossaryReader.ReadFolder(lexicon));

    /// <summary>The senses of a word, none if nothing is known of it.</summary>
    /// <param name="language">Index of the text's language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="word">As the folded view of a text has it.</param>
    public ReadOnlySpan<string> SensesOf(int language, ReadOnlySpan<char> word)
    {
        var senses = _sensesOf[language].GetAlternateLookup<ReadOnlySpan<char>>();
        if (senses.TryGetValue(word, out var own))
        {
            return own;
        }

        for (var stem = word.Length - 1; stem >= Math.Max(MinStem, word.Length - MaxEnding); stem--)
        {
            if (senses.TryGetValue(word[..stem], out var inherited))
            {
                return inherited;
            }
        }

        return [];
    }
}
