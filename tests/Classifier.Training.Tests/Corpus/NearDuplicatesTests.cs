using Classifier.Training.Corpus;
using CsCheck;

namespace Classifier.Training.Tests.Corpus;

public sealed class NearDuplicatesTests
{
    [Theory]
    [InlineData("a b c d e", "a b c d e", 1.0)]
    [InlineData("a b c d e", "A b, c! (d) E.", 1.0)]
    [InlineData("şev û roj baş", "sev u roj bas", 1.0)]
    [InlineData("a b c d e", "a b c d f", 2.0 / 4)]
    [InlineData("a b c d e f", "a b c d e", 3.0 / 4)]
    [InlineData("a b c a b c", "a b c a", 2.0 / 3)]
    [InlineData("one word", "one word", 1.0)]
    public void Texts_that_share_half_of_their_trigrams_are_a_pair(string first, string second, double similarity) =>
        Assert.Equal([new SimilarPair(0, 1, similarity)], NearDuplicates.Find([first, second]));

    [Theory]
    [InlineData("a b c d e", "a b c x y")]
    [InlineData("a b c d e", "e d c b a")]
    [InlineData("one word", "one other")]
    [InlineData("", "")]
    [InlineData("🔥", "🔥")]
    [InlineData("", "a b c")]
    public void Others_are_not(string first, string second) => Assert.Empty(NearDuplicates.Find([first, second]));

    [Fact]
    public void Every_pair_is_found_once_with_the_earlier_row_first() => Assert.Equal(
        [(0, 2), (0, 3), (2, 3)],
        NearDuplicates.Find(["a b c d", "x y z", "a b c d", "A B C D"]).Select(p => (p.First, p.Second)));

    /// <summary>The index must find what comparing all with all finds.</summary>
    [Fact]
    public void The_index_misses_no_pair()
    {
        var texts = Gen.OneOfConst("a", "b", "c").Array[0, 7].Select(w => string.Join(' ', w)).List[0, 8];
        texts.Sample(all => Assert.Equal(
            from second in Enumerable.Range(0, all.Count)
            from first in Enumerable.Range(0, second)
            let similarity = Similarity(all[first], all[second])
            where similarity >= NearDuplicates.Threshold
            select new SimilarPair(first, second, similarity),
            NearDuplicates.Find(all)));
    }

    private static double Similarity(string first, string second)
    {
        var (a, b) = (Trigrams(first), Trigrams(second));
        return a.Count + b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    private static HashSet<string> Trigrams(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and < 3
            ? [string.Join(' ', words)]
            : [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => string.Join(' ', words[i..(i + 3)]))];
    }
}
