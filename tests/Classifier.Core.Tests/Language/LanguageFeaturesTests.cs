using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Tests.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Language;

public sealed class LanguageFeaturesTests
{
    private static readonly LanguageSpec Spec = new();

    [Fact]
    public void Links_names_and_numbers_are_left_out() =>
        Assert.Equal(Of("de stad is stil"), Of("de stad https://voorbeeld.nl/x is 2024 stil @naam"));

    [Fact]
    public void Hashtags_are_left_out_where_another_word_remains()
    {
        Assert.Equal(Of("stil"), Of("stil #SaveKobane"));
        Assert.NotEmpty(Of("12 #SaveKobane"));
    }

    [Fact]
    public void The_mark_of_a_post_passed_on_is_left_out()
    {
        Assert.Equal(Of("de stad is stil"), Of("RT @naam: de stad is stil"));
        Assert.Empty(Of("RT"));
    }

    [Fact]
    public void Words_of_the_other_script_are_left_out()
    {
        Assert.Equal(Of("de stad is stil"), Of("de stad داعش is stil"));
        Assert.Equal(Of("داعش", Script.Arabic), Of("de stad داعش is stil", Script.Arabic));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 🙏")]
    [InlineData("داعش")]
    public void Text_without_a_word_of_the_script_has_no_features(string text) => Assert.Empty(Of(text));

    [Fact]
    public void Diacritics_count() => Assert.NotEqual(Of("şer"), Of("ser"));

    [Fact]
    public void A_letter_held_down_counts_twice()
    {
        Assert.Equal(Buckets("jaa neee"), Buckets("jaaaaaaa neeeeee"));
        Assert.NotEqual(Buckets("ja ne"), Buckets("jaa nee"));
    }

    [Fact]
    public void Neighbouring_words_count_as_a_pair() =>
        Assert.NotEqual(Buckets("de stad is").Order(), Buckets("is stad de").Order());

    [Fact]
    public void Grams_have_the_lengths_of_the_spec()
    {
        const int Word = 1;
        Assert.Equal(Word + 3, Buckets("de", Spec with { MinGram = 2, MaxGram = 2 }).Length);
        Assert.Equal(Word + 3 + 2 + 1, Buckets("de", Spec with { MinGram = 2, MaxGram = 8 }).Length);
        Assert.Equal(Word + 4 + 3 + 2 + 1, Buckets("de", Spec with { MinGram = 1, MaxGram = 4 }).Length);
    }

    [Fact]
    public void Damping_makes_the_features_of_longer_texts_smaller()
    {
        Assert.True(Of("de stad is stil")[0].Value < Of("de stad")[0].Value);
        Assert.Equal(2, Of("de stad is stil", spec: Spec with { Damping = 0 })[0].Value);
    }

    [Fact]
    public void A_word_without_end_counts_by_its_first_letters() =>
        Assert.Equal(
            Buckets(string.Concat(Enumerable.Repeat("abcdef", 21))),
            Buckets(string.Concat(Enumerable.Repeat("abcdef", 500))));

    [Fact]
    public void A_run_of_tokens_has_the_features_of_its_words_alone()
    {
        var text = Normalized.Of("de stad is stil");
        var into = new FeatureList();
        LanguageFeatures.Extract(text, Script.Latin, Spec, 1, 3, into);
        Assert.Equal(Of("stad is"), Pairs(into));
        Assert.All(into.First.ToArray(), t => Assert.InRange(t, 1, 2));
    }

    [Fact]
    public void Buckets_stay_inside_the_table_of_the_script()
    {
        Assert.All(Of("verantwoordelijkheidsgevoel"), p => Assert.InRange(p.Bucket, 0, (1 << Spec.LatinBits) - 1));
        Assert.All(Of("شەڕڤانەکانیان", Script.Arabic), p => Assert.InRange(p.Bucket, 0, (1 << Spec.ArabicBits) - 1));
    }

    private static int[] Buckets(string text, LanguageSpec? spec = null) =>
        [.. Of(text, spec: spec).Select(p => p.Bucket)];

    private static (int Bucket, float Value)[] Of(string text, Script script = Script.Latin, LanguageSpec? spec = null)
    {
        var normalized = Normalized.Of(text);
        var into = new FeatureList();
        LanguageFeatures.Extract(normalized, script, spec ?? Spec, 0, normalized.Tokens.Length, into);
        return Pairs(into);
    }

    private static (int Bucket, float Value)[] Pairs(FeatureList features) =>
        [.. Enumerable.Range(0, features.Count).Select(i => (features.Buckets[i], features.Values[i]))];
}
