using System.Numerics.Tensors;
using Classifier.Core.Features;

namespace Classifier.Benchmarks.Whole;

/// <summary>
/// What a machine is measured by: the words, pairs of words and character 3- to 5-grams of a text, hashed, and 18
/// labels scored through one table laid out feature by feature. No language, no lexicon, no stance, no answer.
/// </summary>
internal sealed class ReferencePass
{
    private const int Labels = 18;
    private const int Rows = 1 << 18;
    private const float Value = 0.05f;

    private readonly float[] _table =
        [.. Enumerable.Range(0, Rows * Labels).Select(i => FeatureHash.Finish((uint)i) / (float)uint.MaxValue)];
    private readonly float[] _scores = new float[Labels];

    public float Run(string text)
    {
        Array.Clear(_scores);
        var start = 0;
        var before = 0u;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ' ')
            {
                continue;
            }

            if (i > start)
            {
                before = AddWord(text.AsSpan(Math.Max(0, start - 1)..Math.Min(text.Length, i + 1)), before);
            }

            start = i + 1;
        }

        return _scores[0];
    }

    private uint AddWord(ReadOnlySpan<char> word, uint before)
    {
        var whole = Hash(1, word);
        Add(FeatureHash.Finish(whole));
        Add(FeatureHash.Finish(FeatureHash.Add(before, whole)));
        for (var start = 0; start + 3 <= word.Length; start++)
        {
            var hash = Hash(2, word.Slice(start, 2));
            for (var end = start + 2; end < Math.Min(word.Length, start + 5); end++)
            {
                hash = FeatureHash.Add(hash, char.ToLowerInvariant(word[end]));
                Add(FeatureHash.Finish(hash));
            }
        }

        return whole;
    }

    private void Add(uint hash) =>
        TensorPrimitives.MultiplyAdd(_table.AsSpan((int)(hash % Rows) * Labels, Labels), Value, _scores, _scores);

    private static uint Hash(uint seed, ReadOnlySpan<char> text)
    {
        var hash = FeatureHash.Begin(seed);
        foreach (var c in text)
        {
            hash = FeatureHash.Add(hash, char.ToLowerInvariant(c));
        }

        return hash;
    }
}
