using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Tests.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Language;

public sealed class LanguageReadingTests
{
    private const string Text = "RT @naam: de stad is stil 2024 #SaveKobane, jaaaaa de daken zijn wit";

    private static readonly LanguageSpec Spec = new() { LatinBits = 10 };

    private static readonly LinearModel Model = new([Weights(1), Weights(2), Weights(3)], [0, 0, 0]);

    [Theory]
    [InlineData(Text)]
    [InlineData("stil")]
    [InlineData("#SaveKobane #RedRojava")]
    [InlineData("de stad داعش is stil")]
    public void All_tokens_make_what_the_list_of_features_makes(string text)
    {
        var normalized = Normalized.Of(text);
        var features = new FeatureList();
        LanguageFeatures.Extract(normalized, Script.Latin, Spec, 0, normalized.Tokens.Length, features);
        var expected = new float[Model.Labels];
        Model.Score(features, expected);
        var (_, sums) = Read(normalized, normalized.Tokens.Length);
        Assert.All(expected.Zip(sums), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void A_sample_makes_what_its_words_make_as_a_text_but_for_pairs()
    {
        var (some, sums) = Read(Normalized.Of("de stad is stil want het sneeuwt weer"), 4);
        Assert.Equal(4, some.Words);
        var expected = new float[Model.Labels];
        var words = Normalized.Of("de is want sneeuwt");
        foreach (var token in Enumerable.Range(0, 4))
        {
            var features = new FeatureList();
            LanguageFeatures.AddWord(words, Script.Latin, Spec, token, features);
            var scores = new float[Model.Labels];
            Model.Score(features, scores);
            expected = [.. expected.Zip(scores, (sum, score) => sum + (score / some.Divisor))];
        }

        Assert.All(expected.Zip(sums), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void Only_words_outside_hashtags_are_counted()
    {
        Assert.Equal(9, Read(Normalized.Of(Text), Normalized.Of(Text).Tokens.Length).Read.Words);
        var hashtags = Read(Normalized.Of("#SaveKobane"), 2).Read;
        Assert.Equal((0, true), (hashtags.Words, hashtags.Divisor > 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 🙏")]
    [InlineData("داعش")]
    public void Text_without_a_word_of_the_script_has_no_divisor(string text) =>
        Assert.Equal(new(0, 0), Read(Normalized.Of(text), Normalized.Of(text).Tokens.Length).Read);

    private static (LanguageReading Read, float[] Sums) Read(NormalizedText text, int count)
    {
        var words = new WordSums(new LanguageWords(Script.Latin, Spec), Model);
        var read = LanguageReading.Of(text, Script.Latin, Spec, 0, text.Tokens.Length, count, words, new());
        var sums = new float[Model.Stride];
        words.AddTo(sums, read.Divisor);
        return (read, sums[..Model.Labels]);
    }

    private static float[] Weights(uint seed) => [.. Enumerable.Range(0, 1 << Spec.LatinBits)
        .Select(i => (FeatureHash.Finish(((uint)i * 31) + seed) / (float)uint.MaxValue) - 0.5f)];
}
