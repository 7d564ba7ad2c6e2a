using System.Collections.Frozen;
using System.Text;
using Classifier.Core.Text;

namespace Classifier.Training.LanguageText;

/// <summary>
/// What happens to the spelling of any language: marks left out, words run together, letters missing or held down. It
/// is done to all languages alike, or a mere slip would look like the language whose training text has slips.
/// </summary>
internal static class SpellingNoise
{
    private const uint FoldSeed = 201;
    private const uint NoiseSeed = 202;

    /// <summary>Letters whose mark Unicode does not take off.</summary>
    private static readonly FrozenDictionary<char, char> Bare = new Dictionary<char, char>
    {
        ['ı'] = 'i',
        ['İ'] = 'I',
        ['ø'] = 'o',
        ['đ'] = 'd',
        ['ł'] = 'l',
        ['ڕ'] = 'ر',
        ['ڵ'] = 'ل',
        ['ێ'] = 'ی',
        ['ۆ'] = 'و',
        ['ە'] = 'ه',
        ['ڤ'] = 'ف',
        ['ۊ'] = 'و',
    }.ToFrozenDictionary();

    /// <summary>Kurdish words that are often written together with the next.</summary>
    private static readonly FrozenSet<string> Leaning = new[]
    {
        "لە", "بە", "کە", "بۆ", "و", "ئەم", "ئەو", "هەر", "نە", "وە", "ئەڕا", "ئڕا", "پەی", "جە", "ل", "ب", "ژ", "ک",
        "دە",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Without the marks of its letters; in three lines of ten only half of them are left out.</summary>
    public static string Folded(string line)
    {
        var dice = new Dice(FoldSeed, line);
        var share = dice.Chance(0.7f) ? 1f : 0.5f;
        var result = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            result.Append(c < '\u0080' || !dice.Chance(share) ? c : Fold(c));
        }

        return result.ToString();
    }

    /// <summary>One kind of slip, at some of the words.</summary>
    public static string Slipped(string line, Script script)
    {
        var dice = new Dice(NoiseSeed, line);
        var kind = dice.Next(4);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < words.Length; i++)
        {
            result.Append(script == Script.Arabic ? words[i] : Slip(words[i], kind, ref dice));
            result.Append(i + 1 == words.Length || Joins(words[i], script, kind, ref dice) ? "" : " ");
        }

        return result.ToString();
    }

    private static char Fold(char c)
    {
        if (Bare.TryGetValue(c, out var bare))
        {
            return bare;
        }

        return c < '\u0250' && char.IsLetter(c) ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;
    }

    private static string Slip(string word, int kind, ref Dice dice) => kind switch
    {
        0 => word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal),
        1 when word.Length is > 3 and < 8 && dice.Chance(0.2f) => HastyWords.WithoutVowels(word),
        2 when word.Length > 3 && dice.Chance(0.25f) => Repeat(word, word.Length - 1 - dice.Next(2)),
        3 when word.Length > 4 && dice.Chance(0.25f) => word.Remove(1 + dice.Next(word.Length - 2), 1),
        _ => word,
    };

    private static string Repeat(string word, int at) => word[..at] + word[at] + word[at..];

    private static bool Joins(string word, Script script, int kind, ref Dice dice)
    {
        if (script != Script.Arabic)
        {
            return kind == 0 && dice.Chance(0.1f);
        }

        var leans = word.EndsWith('ە') || Leaning.Contains(word);
        return leans && dice.Chance(kind < 3 ? 0.5f : 0.1f);
    }
}
