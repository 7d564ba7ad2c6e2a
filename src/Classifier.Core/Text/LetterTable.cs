using System.Globalization;

namespace Classifier.Core.Text;

/// <summary>
/// The answers of <see cref="Letters"/> and of Unicode's categories for all 65,536 UTF-16 units, asked once when the
/// program starts. A letter then costs a load from a flat array; the parts of the tables that a language uses (a few
/// hundred bytes) stay in the first-level cache, where dictionaries and category tries cost several loads each.
/// </summary>
internal static class LetterTable
{
    /// <summary>How far the script stands to the left in <see cref="Kinds"/>.</summary>
    public const int ScriptShift = 8;

    private const int Units = char.MaxValue + 1;

    public static LetterKinds[] Kinds { get; } = Build(KindsOf);

    /// <summary><see cref="Letters.Unify"/>.</summary>
    public static char[] Unified { get; } = Build(Letters.Unify);

    /// <summary><see cref="Letters.Fold"/>.</summary>
    public static char[] Folded { get; } = Build(Letters.Fold);

    /// <summary>A unified letter in Hawar, without diacritics.</summary>
    public static char[] Hawar { get; } = Build(c => Letters.Fold(Letters.ToHawar(c)));

    public static bool IsMark(char c) => (Kinds[c] & LetterKinds.Mark) != 0;

    /// <summary>The script of a letter.</summary>
    public static Script ScriptOf(char c) => (Script)((int)Kinds[c] >> ScriptShift);

    private static LetterKinds KindsOf(char c)
    {
        var kinds = (LetterKinds)((int)ScriptCounts.Of(c) << ScriptShift);
        kinds |= char.IsLetter(c) ? LetterKinds.Letter : 0;
        kinds |= char.IsDigit(c) ? LetterKinds.Digit : 0;
        kinds |= char.IsUpper(c) ? LetterKinds.Upper : 0;
        kinds |= char.IsLower(c) ? LetterKinds.Lower : 0;
        kinds |= IsCombining(c) ? LetterKinds.Mark : 0;
        kinds |= char.IsSurrogate(c) ? LetterKinds.Surrogate : 0;
        kinds |= Letters.Unify(c) == Letters.Dropped || IsCombining(c) ? LetterKinds.Ignored : 0;
        return kinds | (Letters.IsHawarDiacritic(Letters.Unify(c)) ? LetterKinds.HawarDiacritic : 0);
    }

    private static bool IsCombining(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static T[] Build<T>(Func<char, T> rule)
    {
        var table = new T[Units];
        for (var i = 0; i < Units; i++)
        {
            table[i] = rule((char)i);
        }

        return table;
    }
}
