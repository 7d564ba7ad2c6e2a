using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests;

public sealed class PassageClassifierPropertyTests(SharedBundle shared)
{
    private static readonly TagOptions Full = new(new PassageDate(2026, 1, 20), WithEvidence: true);

    [Fact]
    public void No_text_makes_a_call_fail_and_all_offsets_are_in_the_document() => TextGen.Any.Sample(
        text =>
        {
            AssertInside(text, shared.Classifier.Tag(text, Full), new(0, text.Length));
            shared.Classifier.Detect(text);
            shared.Classifier.DetectSpans(text);
            foreach (var passage in TagDocument(text).Passages)
            {
                AssertInside(text, passage.Tags, passage.Passage.Span);
            }
        },
        iter: 300);

    [Theory]
    [InlineData("x")]
    [InlineData("\uD83D")]
    [InlineData("\u0301")]
    [InlineData("\u200F")]
    [InlineData("\n")]
    [InlineData("“")]
    [InlineData("\" a")]
    [InlineData("(@")]
    [InlineData("— (@a) ")]
    [InlineData("https://t.co/ ")]
    [InlineData("#A")]
    [InlineData(". ")]
    [InlineData("🙏")]
    [InlineData("e\u0316\u0301")]
    [InlineData("the YPG bombed ")]
    [InlineData("ه\u200C")]
    public void Endless_repetition_is_survived(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        shared.Classifier.Tag(text, Full);
        shared.Classifier.Detect(text);
        shared.Classifier.DetectSpans(text);
        TagDocument(text);
    }

    [Fact]
    public void A_newline_at_the_end_changes_nothing() => TextGen.Any.Sample(
        text =>
        {
            Assert.Equal(Written(shared.Classifier.Tag(text, Full)), Written(shared.Classifier.Tag(text + "\n", Full)));
            Assert.Equal(Written(TagDocument(text)), Written(TagDocument(text + "\r\n")));
            Assert.Equal(shared.Classifier.DetectSpans(text), shared.Classifier.DetectSpans(text + "\n"));
        },
        iter: 200);

    [Fact]
    public async Task Many_threads_at_once_get_the_same_answers()
    {
        var texts = Passages.All.Select(p => p.Text).ToArray();
        var alone = texts.Select(t => Written(shared.Classifier.Tag(t, Full))).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(
            () => Turned(texts, turn).Select(t => Written(shared.Classifier.Tag(t, Full))).ToArray(),
            TestContext.Current.CancellationToken)));
        for (var turn = 0; turn < together.Length; turn++)
        {
            Assert.Equal(Turned(alone, turn), together[turn]);
        }
    }

    private static IEnumerable<string> Turned(string[] items, int turn) =>
        items.Select((_, i) => items[(i + turn * 17) % items.Length]);

    private static void AssertInside(string text, PassageTags tags, TextSpan passage)
    {
        Assert.InRange(passage.Start, 0, passage.End);
        Assert.InRange(passage.End, passage.Start, text.Length);
        var evidence = tags.Actors.SelectMany(a => a.Evidence.Concat(a.StanceEvidence))
            .Concat(tags.Events.SelectMany(e => e.Evidence));
        Assert.All(evidence, e =>
        {
            Assert.InRange(e.Span.Start, passage.Start, e.Span.End - 1);
            Assert.InRange(e.Span.End, e.Span.Start + 1, passage.End);
            Assert.True(e.Weight > 0);
        });
    }

    private DocumentTags TagDocument(string text) =>
        shared.Classifier.TagDocument(text, Full, TestContext.Current.CancellationToken);

    private static string Written(DocumentTags document) => string.Join(
        '\n',
        document.Passages.Select(p => $"{p.Passage} {Written(p.Tags)}").Concat(document.Asides.Select(a => $"{a}")));

    private static string Written(PassageTags tags) =>
        $"{tags.Language.Tag} {tags.Language.Score} {tags.Untagged} "
        + string.Join(' ', tags.Actors.Select(a =>
            $"{a.Label} {a.Score} {a.Stance} {Written(a.Evidence)} {Written(a.StanceEvidence)}"))
        + string.Join(' ', tags.Events.Select(e => $"{e.Label} {e.Score} {Written(e.Evidence)}"));

    private static string Written(IEnumerable<Evidence> evidence) => string.Join(',', evidence);
}
