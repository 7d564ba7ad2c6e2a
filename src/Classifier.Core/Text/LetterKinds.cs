namespace Classifier.Core.Text;

/// <summary>
/// What a UTF-16 unit is to the normaliser; its script is in the bits from <see cref="LetterTable.ScriptShift"/> up.
/// </summary>
[Flags]
internal enum LetterKinds : ushort
{
    None = 0,
    Letter = 1,
    Digit = 1 << 1,
    Upper = 1 << 2,
    Lower = 1 << 3,

    /// <summary>A combining mark.</summary>
    Mark = 1 << 4,
    Surrogate = 1 << 5,

    /// <summary>Left out, and no end of a word either.</summary>
    Ignored = 1 << 6,

    /// <summary>Unified, it is one of ê î û ş ç.</summary>
    HawarDiacritic = 1 << 7,

    LetterOrDigit = Letter | Digit,
}
