using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Training.Corpus;

/// <summary>A pair of rows that share most of their wording.</summary>
/// <param name="First">Index of the earlier row.</param>
/// <param name="Second">Index of the later row.</param>
/// <param name="Similarity">Jaccard similarity of their word trigrams, 0 to 1.</param>
internal readonly record struct SimilarPair(int First, int Second, double Similarity);

/// <summary>
/// Finds rows that share most of their word trigrams (Broder, "On the resemblance and containment of documents", 1997).
/// An inverted index counts shared trigrams exactly, which a corpus of some ten thousand short rows allows.
/// </summary>
internal static class NearDuplicates
{
    public const double Threshold = 0.5;

    private const uint Seed = 53;
    private const int Shingle = 3;

    public static List<SimilarPair> Find(IReadOnlyList<string> texts)
    {
        var shingles = texts.Select(ShinglesOf).ToList();
        var index = new Dictionary<uint, List<int>>();
        var pairs = new List<SimilarPair>();
        for (var i = 0; i < shingles.Count; i++)
        {
            pairs.AddRange(Similar(i, shingles, index));
            foreach (var shingle in shingles[i])
            {
                if (!index.TryGetValue(shingle, out var rows))
                {
                    index[shingle] = rows = [];
                }

                rows.Add(i);
            }
        }

        return pairs;
    }

    private static IEnumerable<SimilarPair> Similar(
        int row, List<HashSet<uint>> shingles, Dictionary<uint, List<int>> index)
    {
        var shared = new Dictionary<int, int>();
        foreach (var shingle in shingles[row])
        {
            foreach (var other in index.GetValueOrDefault(shingle, []))
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }

        return shared
            .Select(s =>
                new SimilarPair(s.Key, row, (double)s.Value / (shingles[row].Count + shingles[s.Key].Count - s.Value)))
            .Where(p => p.Similarity >= Threshold)
            .OrderBy(p => p.First);
    }

    private static HashSet<uint> ShinglesOf(string text)
    {
        var scratch = new NormalizedText();
        TextNormalizer.Normalize(text, scratch);
        var words = scratch.Folded;
        var shingles = new HashSet<uint>();
        for (var i = 0; i + Math.Min(Shingle, words.Count) <= words.Count && words.Count > 0; i++)
        {
            var hash = FeatureHash.Begin(Seed);
            for (var k = i; k < Math.Min(i + Shingle, words.Count); k++)
            {
                hash = FeatureHash.Add(FeatureHash.Add(hash, words[k]), ' ');
            }

            shingles.Add(FeatureHash.Finish(hash));
        }

        return shingles;
    }
}
