namespace Classifier.Core.Features;

/// <summary>
/// The one hash behind every feature: FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), finished
/// with the mixer of MurmurHash3. Written out here, since a change would silently orphan every trained model.
/// </summary>
public static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>State before the first character, different for every block of features.</summary>
    public static uint Begin(uint seed) => (Offset ^ seed) * Prime;

    public static uint Add(uint state, char c) => (state ^ c) * Prime;

    public static uint Add(uint state, uint value)
    {
        state = Add(state, (char)(value & 0xFFFF));
        return Add(state, (char)(value >> 16));
    }

    public static uint Add(uint state, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            state = Add(state, c);
        }

        return state;
    }

    /// <summary>Spreads the state over all 32 bits; the low ones are then fit to be a bucket.</summary>
    public static uint Finish(uint state)
    {
        state ^= state >> 16;
        state *= 0x85EBCA6B;
        state ^= state >> 13;
        state *= 0xC2B2AE35;
        return state ^ (state >> 16);
    }

    /// <summary>Hash of a whole text in a block.</summary>
    public static uint Of(uint seed, ReadOnlySpan<char> text) => Finish(Add(Begin(seed), text));
}
