using System.Globalization;
using System.Text;
using Classifier.Core.Tests.Samples;
using Classifier.V1;
using CsCheck;

namespace Classifier.Service.Tests.Tagging;

/// <summary>Requests of odd strings: each item is answered in its place, and no offset lies outside its text.</summary>
public sealed class PassageTaggerPropertyTests(RunningService service)
{
    private const int Requests = 60;

    /// <summary>As protobuf has them: what is broken comes as U+FFFD.</summary>
    private static readonly Gen<string> Texts =
        TextGen.Any.Select(t => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(t)));

    private static readonly Gen<Passage> Items =
        Gen.Select(Texts, Texts, Gen.OneOfConst("", "", "2026-01-20", "2024", "2024-13", "\u0660"))
            .Select((id, text, date) => new Passage { Id = id, Text = text, Date = date });

    private static readonly Gen<OffsetUnit> Unit = Gen.Enum<OffsetUnit>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Batches_are_answered_item_by_item() => Gen.Select(Items.Array[1, 20], Unit).SampleAsync(
        async (items, unit) =>
        {
            var request = new TagPassagesRequest { Passages = { items }, Options = Options(unit) };
            var answer = await service.Client.TagPassagesAsync(request, cancellationToken: Cancel);
            Assert.Equal(items.Length, answer.Results.Count);
            Assert.All(items.Zip(answer.Results), p => AssertAnswers(p.First, p.Second, unit));
        },
        iter: Requests);

    [Fact]
    public Task Streams_are_answered_item_by_item() => Gen.Select(Items.Array[1, 20], Unit).SampleAsync(
        async (items, unit) =>
        {
            using var call = service.Client.TagPassageStream(cancellationToken: Cancel);
            foreach (var item in items)
            {
                await call.RequestStream.WriteAsync(new() { Passage = item, Options = Options(unit) }, Cancel);
                Assert.True(await call.ResponseStream.MoveNext(Cancel));
                AssertAnswers(item, call.ResponseStream.Current.Result, unit);
            }
        },
        iter: Requests);

    [Fact]
    public Task Documents_are_cut_in_order_at_whole_characters() => Gen.Select(Texts, Unit).SampleAsync(
        async (text, unit) =>
        {
            var request = new TagDocumentRequest { Text = text + "x", WithText = true, Options = Options(unit) };
            var answer = await service.Client.TagDocumentAsync(request, cancellationToken: Cancel);
            var parts = answer.Passages.Select(p => (p.Start, p.End, p.Text))
                .Concat(answer.Asides.Select(a => (a.Start, a.End, a.Text))).OrderBy(p => p.Start).ToList();
            AssertOrdered(parts.Select(p => (p.Start, p.End)), Units.Length(request.Text, unit));
            Assert.All(parts, p => Assert.Equal(Units.Cut(request.Text, p.Start, p.End, unit), p.Text));
            Assert.All(
                answer.Passages,
                p => AssertInside(request.Text, unit, (p.Start, p.End), Evidence(p.Actors, p.Events)));
        },
        iter: Requests);

    [Fact]
    public Task Languages_are_told_text_by_text() => Gen.Select(Items.Array[1, 20], Unit, Gen.Int[0, 5]).SampleAsync(
        async (items, unit, topK) =>
        {
            var request = new DetectLanguageRequest
            {
                Texts = { items.Select(i => new TextItem { Id = i.Id, Text = i.Text }) },
                TopK = topK,
                WithSpans = true,
                OffsetUnit = unit,
            };
            var answer = await service.Client.DetectLanguageAsync(request, cancellationToken: Cancel);
            Assert.Equal(items.Select(i => i.Id), answer.Results.Select(r => r.Id));
            Assert.All(items.Zip(answer.Results), p =>
            {
                Assert.Null(p.Second.Error);
                Assert.InRange(p.Second.Top.Count, Math.Min(1, topK), topK);
                AssertOrdered(p.Second.Spans.Select(s => (s.Start, s.End)), Units.Length(p.First.Text, unit));
            });
        },
        iter: Requests);

    private static TagOptions Options(OffsetUnit unit) => new() { WithEvidence = true, OffsetUnit = unit };

    private static void AssertAnswers(Passage item, PassageResult result, OffsetUnit unit)
    {
        var sound = item.Text.Any(IsVisible) && item.Date is "" or "2026-01-20" or "2024";
        Assert.Equal((item.Id, !sound), (result.Id, result.Error is not null));
        Assert.Equal(sound, result.Language is not null);
        AssertInside(
            item.Text, unit, (0, Units.Length(item.Text, unit)), Evidence(result.Actors, result.Events));
    }

    /// <summary>But for marks around Arabic numbers, which hardly make a text of their own.</summary>
    private static bool IsVisible(char c) => !char.IsWhiteSpace(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static IEnumerable<EvidenceSpan> Evidence(IEnumerable<ActorTag> actors, IEnumerable<EventTag> events) =>
        actors.SelectMany(a => a.Evidence.Spans.Concat(a.Stance.Evidence.Spans))
            .Concat(events.SelectMany(e => e.Evidence.Spans));

    private static void AssertInside(
        string text, OffsetUnit unit, (int Start, int End) passage, IEnumerable<EvidenceSpan> evidence) => Assert.All(
        evidence,
        e =>
        {
            Assert.InRange(e.Start, passage.Start, e.End - 1);
            Assert.InRange(e.End, e.Start + 1, passage.End);
            Assert.Contains(Units.Cut(text, e.Start, e.End, unit), text, StringComparison.Ordinal);
        });

    private static void AssertOrdered(IEnumerable<(int Start, int End)> places, int length)
    {
        var end = 0;
        foreach (var place in places)
        {
            Assert.InRange(place.Start, end, length);
            Assert.InRange(place.End, place.Start + 1, length);
            end = place.End;
        }
    }
}
