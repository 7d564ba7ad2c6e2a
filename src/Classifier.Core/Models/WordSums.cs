using System.Numerics.Tensors;
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
/// Direct-mapped: a word has one place, and takes it from the word that was there. One for each call; not thread-safe.
/// </remarks>
internal sealed class WordSums(IWordFeatures features, LinearModel model)
{
    /// <summary>Words that are remembered, a power of two.</summary>
    private const int Places = 4096;

    /// <summary>Longer words are rare, and are added up every time.</summary>
    private const int MaxLetters = 23;

    private const int KeyLength = MaxLetters + 1;

    private readonly char[] _keys = new char[Places * KeyLength];
    private readonly float[] _sums = new float[Places * features.Sections * model.Stride];
    private readonly float[] _long = new float[features.Sections * model.Stride];
    private readonly float[] _text = new float[features.Sections * model.Stride];
    private readonly FeatureList _features = new();

    /// <summary>Groups of features that are scaled alike.</summary>
    public int Sections => features.Sections;

    /// <summary>Adds the weights of all words of a text.</summary>
    /// <param name="total">As long as the model's stride.</param>
    /// <param name="text">The text.</param>
    /// <param name="divisors">What each section's sums are divided by.</param>
    public void AddTo(Span<float> total, NormalizedText text, ReadOnlySpan<float> divisors)
    {
        Array.Clear(_text);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            TensorPrimitives.Add(_text, SumsOf(text, token), _text);
        }

        for (var section = 0; section < divisors.Length; section++)
        {
            var sums = _text.AsSpan(section * model.Stride, model.Stride);
            TensorPrimitives.MultiplyAdd(sums, 1 / divisors[section], total, total);
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

        var place = (int)(text.HashOf(token) % Places);
        var sums = _sums.AsSpan(place * _text.Length, _text.Length);
        var key = _keys.AsSpan(place * KeyLength, KeyLength);
        var head = HeadOf(text.Tokens[token].Kind, word.Length);
        if (key[0] != head || !key.Slice(1, word.Length).SequenceEqual(word))
        {
            Fill(text, token, sums);
            key[0] = head;
            word.CopyTo(key[1..]);
        }

        return sums;
    }

    private void Fill(NormalizedText text, int token, Span<float> sums)
    {
        sums.Clear();
        for (var section = 0; section < features.Sections; section++)
        {
            _features.Clear();
            features.AddWord(text, token, section, _features);
            model.AddTo(sums[(section * model.Stride)..], _features);
        }
    }

    /// <summary>Never 0, which marks an empty place: tokens have at least one letter.</summary>
    private static char HeadOf(TokenKind kind, int length) => (char)(((int)kind << 8) | length);
}
