using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>
/// Which word's sums stand in a row of <see cref="WordSums"/>, and of what steps they are numbers, and what the
/// lexicon makes of it: 60 bytes, which with the votes of 17 labels are two lines of the processor's cache. All zero,
/// it is no word's.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WordHead
{
    /// <summary>In numbers of 16 bits.</summary>
    public const int Length = 30;

    /// <summary>Longer words are rare, and are added up every time.</summary>
    public const int MaxLetters = 22;

    private const int ExponentBias = 127;
    private const int FractionBits = 23;

    /// <summary>What the lexicon makes of the word.</summary>
    public LexiconSteps Lexicon;

    private uint _hash;

    /// <summary>The token's kind and how many letters it has, never 0, since it has one at least.</summary>
    private ushort _shape;
    private WordLetters _letters;
    private sbyte _power;

    /// <summary>What one number of the sums stands for.</summary>
    public readonly float Step => BitConverter.Int32BitsToSingle((_power + ExponentBias) << FractionBits);

    /// <param name="power">The power of two that one number of the sums stands for, -126 to 127.</param>
    public void SetStep(int power) => _power = (sbyte)power;

    /// <summary>Whether this is the head of a word.</summary>
    public readonly bool Holds(uint hash, TokenKind kind, ReadOnlySpan<char> word) =>
        _hash == hash && _shape == ShapeOf(kind, word) && _letters[..word.Length].SequenceEqual(word);

    /// <summary>Makes this the head of a word of at most <see cref="MaxLetters"/>.</summary>
    public void Remember(uint hash, TokenKind kind, ReadOnlySpan<char> word)
    {
        (_hash, _shape) = (hash, ShapeOf(kind, word));
        word.CopyTo(_letters);
    }

    private static ushort ShapeOf(TokenKind kind, ReadOnlySpan<char> word) => (ushort)(((int)kind << 8) | word.Length);

    [InlineArray(MaxLetters)]
    private struct WordLetters
    {
        private char _first;
    }
}
