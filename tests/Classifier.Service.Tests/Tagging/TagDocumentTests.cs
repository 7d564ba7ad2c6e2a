using Classifier.V1;

namespace Classifier.Service.Tests.Tagging;

public sealed class TagDocumentTests(RunningService service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_comes_back_as_tagged_passages()
    {
        var response = await TagAsync(new() { Text = Samples.Document, Date = "2026-01-20", WithText = true });
        Assert.Equal(service.Models.Current.Bundle.Manifest.Version, response.ModelVersion);
        Assert.Equal(["nl", "en", "kmr", "ckb", "und"], response.Passages.Select(p => p.Language.Tag));
        Assert.All(response.Passages, p => Assert.Equal(p.Text, Samples.Document[p.Start..p.End]));
        Assert.All(response.Passages.Take(4), p => Assert.Contains(p.Actors, a => a.Label == "sdf"));
        Assert.All(response.Passages.Take(4), p => Assert.False(p.HasUntaggedReason));
        var aside = Assert.Single(response.Asides);
        Assert.Equal(("link", Samples.Link), (aside.Kind, aside.Text));
    }

    [Fact]
    public async Task A_language_that_is_not_tagged_says_so()
    {
        var response = await TagAsync(new() { Text = Samples.German });
        var passage = Assert.Single(response.Passages);
        Assert.Equal(("und", "LANGUAGE_NOT_SUPPORTED"), (passage.Language.Tag, passage.UntaggedReason));
        Assert.Empty(passage.Actors);
        Assert.Empty(passage.Events);
    }

    [Theory]
    [InlineData(OffsetUnit.Unspecified)]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.Utf8)]
    [InlineData(OffsetUnit.CodePoint)]
    public async Task Offsets_cut_the_document_in_every_unit(OffsetUnit unit)
    {
        var options = new TagOptions { OffsetUnit = unit, WithEvidence = true };
        var response = await TagAsync(new() { Text = Samples.Document, WithText = true, Options = options });
        Assert.All(response.Passages, p => Assert.Equal(p.Text, Units.Cut(Samples.Document, p.Start, p.End, unit)));
        Assert.All(response.Asides, a => Assert.Equal(a.Text, Units.Cut(Samples.Document, a.Start, a.End, unit)));
        foreach (var passage in response.Passages)
        {
            var words = passage.Actors.SelectMany(a => a.Evidence.Spans.Concat(a.Stance.Evidence.Spans))
                .Concat(passage.Events.SelectMany(e => e.Evidence.Spans))
                .Select(s => Units.Cut(Samples.Document, s.Start, s.End, unit));
            Assert.All(words, w => Assert.Contains(w, passage.Text, StringComparison.Ordinal));
            Assert.All(words, w => Assert.False(char.IsWhiteSpace(w[0]) || char.IsWhiteSpace(w[^1])));
        }
    }

    [Fact]
    public async Task Evidence_and_texts_come_only_if_asked_for()
    {
        var response = await TagAsync(new() { Text = Samples.Document });
        Assert.All(response.Passages, p => Assert.False(p.HasText));
        Assert.All(response.Asides, a => Assert.False(a.HasText));
        Assert.All(response.Passages.SelectMany(p => p.Actors), a => Assert.Null(a.Evidence));
        Assert.All(response.Passages.SelectMany(p => p.Actors), a => Assert.Null(a.Stance.Evidence));
        Assert.All(response.Passages.SelectMany(p => p.Events), e => Assert.Null(e.Evidence));
    }

    [Fact]
    public async Task Evidence_names_words_of_the_text()
    {
        var response = await TagAsync(new() { Text = Samples.English, Options = new() { WithEvidence = true } });
        var sdf = Assert.Single(response.Passages).Actors.Single(a => a.Label == "sdf");
        var words = sdf.Evidence.Spans.Select(s => Samples.English[s.Start..s.End]);
        Assert.Contains(words, w => w.Contains("Syrian Democratic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_longest_document_is_tagged()
    {
        var paragraph = Samples.English + "\n\n";
        var text = string.Concat(Enumerable.Repeat(paragraph, 1 + (1_000_000 / paragraph.Length)))[..1_000_000];
        var response = await TagAsync(new() { Text = text });
        var tagged = response.Passages.Count(p => p.Actors.Any(a => a.Label == "turkey"));
        Assert.InRange(tagged, text.Length / paragraph.Length, 1 + (text.Length / paragraph.Length));
    }

    [Fact]
    public Task Empty_documents_are_refused() =>
        Refusal.AssertAsync("TEXT_EMPTY", "text", "is empty", () => TagAsync(new()));

    [Fact]
    public Task Documents_over_the_limit_are_refused() => Refusal.AssertAsync(
        "TEXT_TOO_LONG", "text", "has 1000001 UTF-16 units; at most 1000000 are allowed",
        () => TagAsync(new() { Text = new string('a', 1_000_001) }));

    [Theory]
    [InlineData("2026-01")]
    [InlineData("2026")]
    public async Task A_month_or_a_year_is_a_date(string date) =>
        Assert.NotEmpty((await TagAsync(new() { Text = Samples.Dutch, Date = date })).Passages);

    [Fact]
    public Task Malformed_dates_are_refused() => Refusal.AssertAsync(
        "DATE_MALFORMED", "date", "YYYY-MM-DD, YYYY-MM or YYYY",
        () => TagAsync(new() { Text = Samples.Dutch, Date = "20-01-2026" }));

    [Fact]
    public Task Unknown_units_are_refused() => Refusal.AssertAsync(
        "OFFSET_UNIT_UNKNOWN", "options.offset_unit", "is 9; allowed are",
        () => TagAsync(new() { Text = Samples.Dutch, Options = new() { OffsetUnit = (OffsetUnit)9 } }));

    private Task<TagDocumentResponse> TagAsync(TagDocumentRequest request) =>
        service.Client.TagDocumentAsync(request, cancellationToken: Cancel).ResponseAsync;
}
