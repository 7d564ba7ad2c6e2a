using System.Globalization;
using Classifier.Core.Features;
using Classifier.Core.Splitting;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests.Splitting;

public sealed class SplitterPropertyTests(SharedBundle shared)
{
    [Fact]
    public void Passages_and_asides_are_in_order_and_do_not_overlap() => TextGen.Any.Sample(
        text =>
        {
            var split = Split(text).Result;
            AssertOrdered([.. split.Passages.Select(p => p.Span)], text.Length);
            AssertOrdered([.. split.Asides.Select(a => a.Span)], text.Length);
            AssertOrdered(
                [.. split.Passages.Select(p => p.Span).Concat(split.Asides.Select(a => a.Span)).OrderBy(s => s.Start)],
                text.Length);
        },
        iter: 400);

    [Fact]
    public void Every_visible_character_is_in_a_passage_or_an_aside() => TextGen.Any.Sample(
        text => Assert.Equal("", Split(text).Lost()), iter: 400);

    [Fact]
    public void Marks_hold_no_words() => TextGen.Documents.Sample(
        text => Assert.All(Split(text).Marks, m => Assert.DoesNotContain(m, char.IsLetterOrDigit)), iter: 400);

    [Fact]
    public void Ordinary_documents_are_passages_only() => Assert.All(
        Passages.All.Where(
            p => !p.Text.Any(QuoteMarks.IsDouble) && !p.Text.StartsWith("http", StringComparison.Ordinal)),
        p => Assert.Empty(Split(p.Text).Result.Asides));

    [Fact]
    public void Passages_are_short_and_have_a_visible_start_and_end() => TextGen.Any.Sample(
        text =>
        {
            foreach (var passage in Split(text).Passages)
            {
                Assert.InRange(passage.Length, 1, PassageSplitter.MaxLength);
                Assert.False(
                    char.IsWhiteSpace(passage[0]) || char.IsWhiteSpace(passage[^1]),
                    string.Join(' ', passage.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture))));
            }
        },
        iter: 400);

    [Fact]
    public void Passages_have_five_sentences_at_most() => Gen.Int[1, 40].Sample(
        count =>
        {
            var split = Split(string.Concat(Enumerable.Repeat("Het regent vandaag. ", count)));
            Assert.All(split.Passages, p => Assert.InRange(p.Count(c => c == '.'), 1, PassageSplitter.MaxSentences));
            Assert.Equal(count, split.Passages.Sum(p => p.Count(c => c == '.')));
        },
        iter: 40);

    [Fact]
    public void No_passage_cuts_a_surrogate_pair() => TextGen.Any.Sample(
        text => Assert.All(
            Split(text).Result.Passages.SelectMany(p => new[] { p.Span.Start, p.Span.End }),
            at => Assert.False(CutsPair(text, at))),
        iter: 400);

    [Fact]
    public void No_passage_cuts_a_character_with_its_marks() => TextGen.Any.Sample(
        text =>
        {
            var starts = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
            Assert.All(
                Split(text).Result.Passages,
                p => Assert.True(starts.Contains(p.Span.Start) && starts.Contains(p.Span.End), $"{p.Span}"));
        },
        iter: 400);

    [Fact]
    public void Line_ends_of_any_kind_cut_alike() => TextGen.Documents.Sample(
        text =>
        {
            var plain = text.ReplaceLineEndings("\n");
            var carriage = Split(plain.Replace('\n', '\r')).Result;
            Assert.Equal(Split(plain).Result.Passages, carriage.Passages);
        },
        iter: 200);

    [Fact]
    public void White_space_at_the_end_changes_nothing() => TextGen.Any.Sample(
        text =>
        {
            var (bare, trailed) = (Split(text).Result, Split(text + "\n \r\n").Result);
            Assert.Equal(bare.Passages, trailed.Passages);
            Assert.Equal(bare.Asides, trailed.Asides);
        },
        iter: 400);

    [Fact]
    public void A_used_scratch_gives_what_a_fresh_one_gives()
    {
        var splitter = new PassageSplitter(shared.Bundle.Identifier);
        var used = new FeatureScratch();
        var cancel = TestContext.Current.CancellationToken;
        foreach (var (_, text) in Passages.All)
        {
            Assert.Equal(splitter.Split(text, new(), cancel).Passages, splitter.Split(text, used, cancel).Passages);
        }
    }

    private static bool CutsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void AssertOrdered(TextSpan[] spans, int length)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Assert.InRange(span.Start, end, length);
            Assert.InRange(span.End, span.Start + 1, length);
            end = span.End;
        }
    }

    private SplitText Split(string text) => new(shared, text);
}
