using System.Text;
using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Tests.Samples;
using CsCheck;

namespace Classifier.Core.Tests.Features;

public sealed class FeatureExtractorTests
{
    /// <summary>No block but that of senses, which the tests' own lexicon has none of.</summary>
    private static readonly FeatureSpec Off = new()
    {
        Words = 0,
        FoldedWords = 0,
        Bigrams = 0,
        Chars = 0,
        Hawar = 0,
        Concepts = 0,
        ConceptPairs = 0,
        Cues = 0,
    };

    [Fact]
    public void Equal_texts_have_equal_features_with_a_fresh_and_with_a_used_scratch()
    {
        var used = new FeatureScratch();
        foreach (var (language, text) in Passages.All)
        {
            var fresh = Extracted.Rows(Extracted.From(text, language: language).Passage);
            Assert.NotEmpty(fresh);
            Assert.Equal(fresh, Extracted.Rows(Extracted.From(text, language: language, scratch: used).Passage));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Surrounding_white_space_changes_nothing(float subwords)
    {
        var spec = new FeatureSpec { Subwords = subwords };
        foreach (var (language, text) in Passages.All)
        {
            var bare = Extracted.Rows(Extracted.From(text, spec, language).Passage);
            Assert.Equal(bare, Extracted.Rows(Extracted.From(text + "\n", spec, language).Passage));
            Assert.Equal(bare, Extracted.Rows(Extracted.From(" \r\n" + text + "\t \n", spec, language).Passage));
        }
    }

    [Fact]
    public void A_newline_at_the_end_changes_nothing_whatever_the_text() => TextGen.Any.Sample(
        text => Assert.Equal(
            Extracted.Rows(Extracted.From(text).Passage), Extracted.Rows(Extracted.From(text + "\n").Passage)),
        iter: 300);

    [Fact]
    public void Decomposed_text_has_the_features_of_composed_text() => Assert.All(Passages.All, p => Assert.Equal(
        Extracted.Rows(Extracted.From(p.Text, language: p.Language).Passage),
        Extracted.Rows(Extracted.From(p.Text.Normalize(NormalizationForm.FormD), language: p.Language).Passage)));

    [Fact]
    public void Words_of_two_languages_share_the_features_of_their_senses()
    {
        var lexicon = new ConceptLexicon(
            [], new Glossary([new("nl", "luchtaanval", ["air", "attack"]), new("kmr", "eris", ["attack"])]));
        var spec = Off with { Senses = 2 };
        (int, float)[] Senses(string text, string language)
        {
            var scratch = new FeatureScratch();
            new FeatureExtractor(spec, lexicon).Extract(text, Languages.IndexOf(language), null, scratch);
            return Extracted.Pairs(scratch.Passage);
        }

        var dutch = Senses("weer luchtaanvallen hier 12", Languages.Dutch);
        Assert.Equal(2, dutch.Length);
        Assert.All(dutch, f => Assert.Equal(1, f.Item2));
        Assert.Equal(dutch[1].Item1, Assert.Single(Senses("êrîşa", Languages.Kurmanji)).Item1);
        Assert.Empty(Senses("êrîş", Languages.English));
    }

    [Fact]
    public void Buckets_values_and_token_ranges_are_in_bounds() => TextGen.Any.Sample(
        text =>
        {
            var spec = new FeatureSpec { Bits = 12, Subwords = 1 };
            var scratch = Extracted.From(text, spec, Languages.Sorani);
            foreach (var (bucket, value, first, last) in Extracted.Rows(scratch.Passage))
            {
                Assert.InRange(bucket, 0, spec.Buckets - 1);
                Assert.InRange(value, float.Epsilon, 10);
                Assert.True(first == FeatureList.WholeText ? last == first : 0 <= first && first <= last);
                Assert.InRange(last, FeatureList.WholeText, scratch.Text.Tokens.Length - 1);
            }
        },
        iter: 300);

    [Fact]
    public void A_weight_of_zero_switches_a_block_off()
    {
        const string Text = "Nothing of note happened";
        Assert.Empty(Extracted.Rows(Extracted.From(Text, Off).Passage));
        Assert.Equal(4, Extracted.From(Text, Off with { Words = 1 }).Passage.Count);
        Assert.Equal(4, Extracted.From(Text, Off with { FoldedWords = 1 }).Passage.Count);
        Assert.Equal(3, Extracted.From(Text, Off with { Bigrams = 1 }).Passage.Count);
        Assert.NotEqual(0, Extracted.From(Text, Off with { Chars = 1 }).Passage.Count);
        Assert.NotEqual(0, Extracted.From(Text, Off with { Cues = 1 }).Passage.Count);
        Assert.NotEqual(0, Extracted.From(Text, Off with { Subwords = 1 }).Passage.Count);
        Assert.NotEqual(0, Extracted.From("SDF", Off with { Concepts = 1 }).Passage.Count);
    }

    [Fact]
    public void Bigrams_do_not_cross_the_end_of_a_sentence()
    {
        var spec = new FeatureSpec { Words = 0, FoldedWords = 0, Chars = 0, Cues = 0 };
        Assert.Equal(1, Extracted.From("one two", spec).Passage.Count);
        Assert.Equal(0, Extracted.From("one. two", spec).Passage.Count);
        Assert.Equal(0, Extracted.From("one\ntwo", spec).Passage.Count);
    }

    [Fact]
    public void Numbers_count_by_their_length_only()
    {
        Assert.Equal(
            Extracted.Pairs(Extracted.From("12 people died in 2014").Passage),
            Extracted.Pairs(Extracted.From("٤٧ people died in 2026").Passage));
        Assert.NotEqual(
            Extracted.Pairs(Extracted.From("12 people").Passage),
            Extracted.Pairs(Extracted.From("120 people").Passage));
    }

    [Fact]
    public void Sorani_shares_buckets_with_kurmanji_through_the_hawar_view()
    {
        var kurmanji = Buckets("Kobanê", Languages.Kurmanji, new());
        Assert.NotEmpty(kurmanji.Intersect(Buckets("کۆبانێ", Languages.Sorani, new() { Cues = 0 })));
        Assert.Empty(kurmanji.Intersect(Buckets("کۆبانێ", Languages.Sorani, new() { Cues = 0, Hawar = 0 })));
    }

    [Fact]
    public void The_date_decides_which_concepts_are_found()
    {
        var before = Extracted.From("Rojava", date: new(2014, 12, 31));
        var after = Extracted.From("Rojava", date: new(2015, 1, 1));
        Assert.Empty(before.Concepts.Hits);
        Assert.Single(after.Concepts.Hits);
        Assert.NotEqual(before.Passage.Count, after.Passage.Count);
    }

    [Fact]
    public void Features_grow_in_proportion_to_the_text()
    {
        var (half, whole) = (CountOf(300), CountOf(600));
        Assert.InRange(whole, half, half * 5 / 2);

        static int CountOf(int times) =>
            Extracted.From(string.Concat(Enumerable.Repeat("the SDF bombed ", times))).Passage.Count;
    }

    private static HashSet<int> Buckets(string text, string language, FeatureSpec spec) =>
        [.. Extracted.From(text, spec, language).Passage.Buckets];
}
