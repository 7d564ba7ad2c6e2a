using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class PassageVectorsTests
{
    private static readonly FeatureExtractor Extractor = new(new FeatureSpec { Bits = 12 }, new ConceptLexicon([]));

    [Fact]
    public void Each_word_is_there_once_for_a_language()
    {
        var set = Of(("en", "Rain and rain in Delft."), ("en", "In Delft rain."), ("nl", "Delft"));
        Assert.Equal([5, 3, 1], set.Words.Select(w => w.Length));
        Assert.Equal(set.Words[0][0], set.Words[0][2]);
        Assert.Equal(set.Words[0][4], set.Words[1][1]);
        Assert.NotEqual(set.Words[0][4], set.Words[2][0]);
        Assert.Equal(set.Words.SelectMany(w => w).Distinct().Count(), set.WordVectors.Count);
    }

    [Fact]
    public void A_word_has_its_features_undivided_and_its_n_grams_count_a_quarter()
    {
        var set = Of(("en", "Delft"));
        var word = set.WordVectors[set.Words[0][0]];
        var grams = new FeatureSpec().Chars / 4;
        Assert.Contains(word.Values, v => Math.Abs(v - grams) < 1e-6);
        Assert.Contains(word.Values, v => Math.Abs(v - new FeatureSpec().Words) < 1e-6);
        Assert.DoesNotContain(set.Vectors[0].Buckets, b => !word.Buckets.Contains(b) && !Cues().Contains(b));
    }

    [Fact]
    public void Cues_are_words_of_the_set()
    {
        var row = new CorpusRow
        {
            Id = "a",
            Lang = "en",
            Text = "Rain fell. Then rain fell on them.",
            Cues = new Dictionary<string, IReadOnlyList<string>>
            {
                ["protest"] = ["Then rain"],
                ["agreement"] = ["hail"],
            },
        };
        var set = PassageVectors.OfPassages([row], Extractor);
        var (label, words) = Assert.Single(set.Cues[0]);
        Assert.Equal("protest", label);
        Assert.Equal([set.Words[0][2], set.Words[0][0]], words);
        Assert.Equal(set.Cues[0], set.At([0]).Cues[0]);
    }

    [Fact]
    public void Passages_can_be_picked()
    {
        var set = Of(("en", "One."), ("en", "Two three."), ("en", "Four."));
        var picked = set.At([2, 1]);
        Assert.Equal([set.Vectors[2], set.Vectors[1]], picked.Vectors);
        Assert.Equal([set.Words[2], set.Words[1]], picked.Words);
    }

    /// <summary>What a text without words has.</summary>
    private static int[] Cues() => Of(("en", "-")).Vectors[0].Buckets;

    private static PassageSet Of(params (string Language, string Text)[] rows) => PassageVectors.OfPassages(
        [.. rows.Select((r, i) => new CorpusRow { Id = $"{i}", Lang = r.Language, Text = r.Text })], Extractor);
}
