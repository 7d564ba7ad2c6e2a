using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>
/// Which word's sums stand in a row of <see cref="WordSums"/>, and of what steps they are numbers: 64 bytes, a line of the
/// processor's cache. All zero, it is no word's.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WordHead
{
    /// <summary>In numbers of 16 bits.</summary>
    public const int Length = 32;

    /// <summary>Longer words are rare, and are added up every time.</summary>
    public const int MaxLetters = 23;

    /// <summary>Sections of word features at most.</summary>
    public const int MaxSections = 3;

    /// <summary>What one number of each section's sums stands for.</summary>
    public SectionSteps Steps;

    private uint _hash;

    /// <summary>The token's kind and how many letters it has, never 0, since it has one at least.</summary>
    private ushort _shape;
    private WordLetters _letters;

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

    /// <summary>One for each section.</summary>
    [InlineArray(MaxSections)]
    internal struct SectionSteps
    {
        private float _first;
    }

    [InlineArray(MaxLetters)]
    private struct WordLetters
    {
        private char _first;
    }
}
