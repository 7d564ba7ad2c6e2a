using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Classifier.Core.Text;

/// <summary>
/// The rules for letters: what is unified always, what only in the folded view, and Sorani in Hawar letters.
/// <see cref="LetterTable"/> holds their answers for every character, which is what texts are read with.
/// </summary>
internal static class Letters
{
    /// <summary>Stands for "leave this character out".</summary>
    public const char Dropped = '\0';

    private const char Zwnj = '\u200C';

    /// <summary>Arabic-script look-alikes that Kurdish keyboards mix; both sides mean the same letter.</summary>
    private static readonly FrozenDictionary<char, char> Unified = new Dictionary<char, char>
    {
        ['ك'] = 'ک',
        ['ڪ'] = 'ک',
        ['ي'] = 'ی',
        ['ى'] = 'ی',
        ['ې'] = 'ێ',
        ['ھ'] = 'ه',
        ['ہ'] = 'ه',
        ['ة'] = 'ە',
        ['أ'] = 'ا',
        ['إ'] = 'ا',
        ['آ'] = 'ا',
        ['ٱ'] = 'ا',
        ['ۊ'] = 'ۆ',
        ['ؤ'] = 'و',
        ['ۇ'] = 'و',
        ['ۀ'] = 'ە',
        ['İ'] = 'i',
        ['’'] = '\'',
        ['‘'] = '\'',
        ['ʼ'] = '\'',
        ['`'] = '\'',
        ['´'] = '\'',
    }.ToFrozenDictionary();

    /// <summary>What people leave out when they type in haste, beyond combining marks.</summary>
    private static readonly FrozenDictionary<char, char> Folded = new Dictionary<char, char>
    {
        ['ı'] = 'i',
        ['ø'] = 'o',
        ['ß'] = 's',
        ['đ'] = 'd',
        ['ł'] = 'l',
        ['æ'] = 'a',
        ['œ'] = 'o',
        ['ڕ'] = 'ر',
        ['ڵ'] = 'ل',
        ['ێ'] = 'ی',
        ['ۆ'] = 'و',
        ['ە'] = 'ه',
        ['ڤ'] = 'ف',
        ['ئ'] = 'ی',
    }.ToFrozenDictionary();

    /// <summary>
    /// Sorani to the Kurmanji (Hawar) alphabet, letter by letter, after the correspondence table of the Kurdish
    /// Academy. Short i is not written in Sorani, and w/u, y/î share a letter, so it is a view for n-grams only.
    /// </summary>
    private static readonly FrozenDictionary<char, char> Hawar = new Dictionary<char, char>
    {
        ['ا'] = 'a',
        ['ب'] = 'b',
        ['پ'] = 'p',
        ['ت'] = 't',
        ['ج'] = 'c',
        ['چ'] = 'ç',
        ['ح'] = 'h',
        ['خ'] = 'x',
        ['د'] = 'd',
        ['ر'] = 'r',
        ['ڕ'] = 'r',
        ['ز'] = 'z',
        ['ژ'] = 'j',
        ['س'] = 's',
        ['ش'] = 'ş',
        ['ع'] = 'e',
        ['غ'] = 'x',
        ['ف'] = 'f',
        ['ڤ'] = 'v',
        ['ق'] = 'q',
        ['ک'] = 'k',
        ['گ'] = 'g',
        ['ل'] = 'l',
        ['ڵ'] = 'l',
        ['م'] = 'm',
        ['ن'] = 'n',
        ['و'] = 'u',
        ['ۆ'] = 'o',
        ['ه'] = 'h',
        ['ە'] = 'e',
        ['ی'] = 'î',
        ['ێ'] = 'ê',
        ['ص'] = 's',
        ['ض'] = 'z',
        ['ط'] = 't',
        ['ظ'] = 'z',
        ['ث'] = 's',
        ['ذ'] = 'z',
        ['ئ'] = Dropped,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Base = BuildBaseLetters();

    /// <summary>Case folded and unified; <see cref="Dropped"/> for marks that carry no letter.</summary>
    public static char Unify(char c)
    {
        if (c < 0x80)
        {
            return char.ToLowerInvariant(c);
        }

        if (IsIgnorable(c))
        {
            return Dropped;
        }

        return Unified.TryGetValue(c, out var letter) ? letter : char.ToLowerInvariant(c);
    }

    /// <summary>The letter without diacritics; takes what <see cref="Unify"/> gives.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
        {
            return c;
        }

        return Folded.TryGetValue(c, out var letter) || Base.TryGetValue(c, out letter) ? letter : c;
    }

    /// <summary>A Sorani letter in Hawar; other letters are given back as they are.</summary>
    public static char ToHawar(char c) => Hawar.TryGetValue(c, out var letter) ? letter : c;

    /// <summary>Whether a letter is one of those that tell Kurmanji from unaccented text.</summary>
    public static bool IsHawarDiacritic(char c) => c is 'ê' or 'î' or 'û' or 'ş' or 'ç';

    public static bool IsZwnj(char c) => c == Zwnj;

    /// <summary>Tatweel, Arabic vowel marks, bidirectional and joining controls, variation selectors, BOM.</summary>
    private static bool IsIgnorable(char c) =>
        c is '\u0640' or '\u00AD' or '\u061C' or '\uFEFF' or '\u0670'
        || (c >= '\u064B' && c <= '\u065F')
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || (c >= '\uFE00' && c <= '\uFE0F');

    private static FrozenDictionary<char, char> BuildBaseLetters()
    {
        var letters = new Dictionary<char, char>();
        for (var c = '\u00C0'; c < '\u0250'; c++)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            if (parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark)
            {
                letters[c] = char.ToLowerInvariant(parts[0]);
            }
        }

        return letters.ToFrozenDictionary();
    }
}
