using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>The signs of a text as a short list of numbers, each a feature of its own.</summary>
internal static class CueFeatures
{
    private const int LengthBase = 100;

    /// <summary>One number for each cue, and one for the length in doublings of eight tokens.</summary>
    public static CueEnumerator Of(NormalizedText text) => new((uint)text.Cues, LengthClass(text.Tokens.Length));

    private static uint LengthClass(int tokens) =>
        (uint)(LengthBase + (tokens < 8 ? 0 : Math.Min(6, (int)Math.Log2(tokens / 8.0) + 1)));

    /// <summary>Walks over the set bits, then gives the length class.</summary>
    internal ref struct CueEnumerator(uint bits, uint lengthClass)
    {
        private uint _bits = bits;
        private bool _lengthGiven;

        public uint Current { get; private set; }

        public readonly CueEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_bits != 0)
            {
                Current = (uint)System.Numerics.BitOperations.TrailingZeroCount(_bits);
                _bits &= _bits - 1;
                return true;
            }

            Current = lengthClass;
            return !_lengthGiven && (_lengthGiven = true);
        }
    }
}
