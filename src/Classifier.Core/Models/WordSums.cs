using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>
/// The weights that a text's words add up to, word by word, with the words of earlier texts remembered.
/// </summary>
/// <remarks>
/// The n-grams of a word depend on nothing but the word, and are all of one value, which only the length of the text
/// sets. So their rows of weights are added up once, at full value, and the sums kept; the text adds the sums of its
/// words and scales the total. That is exact but for rounding, and always rounds alike, remembered or not. Few words
/// make up most of any text, so some forty rows that lie anywhere in a table of megabytes become one row of a small
/// table for nine words in ten.
/// A word has two places, and takes the one that was not used last. One memory for each call; not thread-safe.
/// </remarks>
/// <param name="features">What there is of words.</param>
/// <param name="model">The model that they are features of.</param>
/// <param name="pairs">Pairs of places, a power of two.</param>
internal sealed class WordSums(IWordFeatures features, LinearModel model, int pairs = WordSums.ManyPairs)
{
    /// <summary>All memories of a call take some 22 MB then, once texts of all four languages have come.</summary>
    public const int ManyPairs = 4096;

    /// <summary>For calls beside those that have a core to themselves: under 3 MB.</summary>
    public const int FewPairs = 512;

    /// <summary>Longer words are rare, and are added up every time.</summary>
    private const int MaxLetters = 23;

    private const int KeyLength = MaxLetters + 1;

    private const int Lanes = 8;

    private readonly int _length = LengthOf(features, model);
    private readonly uint[] _hashes = new uint[2 * pairs];
    private readonly char[] _keys = new char[2 * pairs * KeyLength];
    private readonly float[] _sums = new float[2 * pairs * LengthOf(features, model)];
    private readonly byte[] _latest = new byte[pairs];
    private readonly float[] _long = new float[LengthOf(features, model)];
    private readonly float[] _text = new float[LengthOf(features, model)];
    private readonly FeatureList _features = new();

    /// <summary>Begins a text.</summary>
    public void Clear() => Array.Clear(_text);

    /// <summary>Adds the weights of one word of the text.</summary>
    public void Add(NormalizedText text, int token)
    {
        ref var from = ref MemoryMarshal.GetReference(SumsOf(text, token));
        ref var into = ref MemoryMarshal.GetArrayDataReference(_text);
        for (var i = 0; i < _text.Length; i += Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref into, (nuint)i) + Vector256.LoadUnsafe(ref from, (nuint)i);
            sum.StoreUnsafe(ref into, (nuint)i);
        }
    }

    /// <summary>Adds what the words of the text add up to.</summary>
    /// <param name="total">As long as the model's stride.</param>
    /// <param name="divisors">What each section's sums are divided by.</param>
    public void AddTo(Span<float> total, params ReadOnlySpan<float> divisors)
    {
        for (var section = 0; section < divisors.Length; section++)
        {
            var sums = _text.AsSpan(section * model.Stride, model.Stride);
            TensorPrimitives.MultiplyAdd(sums, 1 / divisors[section], total, total);
        }
    }

    /// <summary>What each word of a text adds, on its own, to what rises with the sums as the slopes tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="slopes">One for each of the model's labels.</param>
    /// <param name="divisors">What each section's sums are divided by.</param>
    /// <param name="shares">One for each token; overwritten.</param>
    public void Share(NormalizedText text, ReadOnlySpan<float> slopes, ReadOnlySpan<float> divisors, Span<float> shares)
    {
        for (var token = 0; token < shares.Length; token++)
        {
            var sums = SumsOf(text, token);
            var share = 0f;
            for (var section = 0; section < divisors.Length; section++)
            {
                share += TensorPrimitives.Dot(sums.Slice(section * model.Stride, slopes.Length), slopes) / divisors[section];
            }

            shares[token] = share;
        }
    }

    private ReadOnlySpan<float> SumsOf(NormalizedText text, int token)
    {
        var word = text.Plain[token];
        if (word.Length > MaxLetters)
        {
            Fill(text, token, _long);
            return _long;
        }

        var hash = text.HashOf(token);
        var head = HeadOf(text.Tokens[token].Kind, word.Length);
        var pair = (int)(hash & (uint)(_latest.Length - 1));
        var way = Holds(2 * pair, hash, head, word) ? 0 : Holds((2 * pair) + 1, hash, head, word) ? 1 : -1;
        if (way < 0)
        {
            way = 1 - _latest[pair];
            Remember((2 * pair) + way, hash, head, word);
            Fill(text, token, _sums.AsSpan(((2 * pair) + way) * _length, _length));
        }

        _latest[pair] = (byte)way;
        return _sums.AsSpan(((2 * pair) + way) * _length, _length);
    }

    private bool Holds(int place, uint hash, char head, ReadOnlySpan<char> word) =>
        _hashes[place] == hash && _keys[place * KeyLength] == head
        && _keys.AsSpan((place * KeyLength) + 1, word.Length).SequenceEqual(word);

    private void Remember(int place, uint hash, char head, ReadOnlySpan<char> word)
    {
        _hashes[place] = hash;
        _keys[place * KeyLength] = head;
        word.CopyTo(_keys.AsSpan((place * KeyLength) + 1));
    }

    /// <summary>All sections' features are found before the first row is waited for.</summary>
    private void Fill(NormalizedText text, int token, Span<float> sums)
    {
        Span<int> ends = stackalloc int[features.Sections];
        _features.Clear();
        for (var section = 0; section < ends.Length; section++)
        {
            features.AddWord(text, token, section, _features);
            ends[section] = _features.Count;
        }

        sums.Clear();
        var first = 0;
        for (var section = 0; section < ends.Length; section++)
        {
            model.AddTo(
                sums.Slice(section * model.Stride, model.Stride),
                _features.Buckets[first..ends[section]],
                _features.Values[first..ends[section]]);
            first = ends[section];
        }
    }

    /// <summary>The sections' sums, and zeros up to whole vectors.</summary>
    private static int LengthOf(IWordFeatures features, LinearModel model) =>
        ((features.Sections * model.Stride) + Lanes - 1) / Lanes * Lanes;

    /// <summary>Never 0, which marks an empty place: tokens have at least one letter.</summary>
    private static char HeadOf(TokenKind kind, int length) => (char)(((int)kind << 8) | length);
}
