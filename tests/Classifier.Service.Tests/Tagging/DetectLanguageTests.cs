using Classifier.V1;

namespace Classifier.Service.Tests.Tagging;

public sealed class DetectLanguageTests(RunningService service)
{
    [Theory]
    [InlineData(Samples.Dutch, "nl", "Latn")]
    [InlineData(Samples.English, "en", "Latn")]
    [InlineData(Samples.Kurmanji, "kmr", "Latn")]
    [InlineData(Samples.Sorani, "ckb", "Arab")]
    [InlineData(Samples.German, "und", "Latn")]
    [InlineData("Вчера в городе прошли переговоры", "und", "Zyyy")]
    public async Task Languages_are_told_with_their_script(string text, string tag, string script)
    {
        var language = Assert.Single((await DetectAsync(new() { Texts = { Item("", text) } })).Results).Language;
        Assert.Equal((tag, script), (language.Tag, language.Script));
        Assert.InRange(language.Score, 0.5f, 1f);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("12:30, 2014")]
    [InlineData("🙂🇸🇾")]
    public async Task Texts_with_nothing_to_read_are_undetermined(string text)
    {
        var response = await DetectAsync(new() { Texts = { Item("a1", text) }, WithSpans = true });
        var result = Assert.Single(response.Results);
        Assert.Null(result.Error);
        Assert.Equal(("a1", "und", false), (result.Id, result.Language.Tag, result.Language.Reliable));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task As_many_alternatives_as_asked_for_come_likeliest_first(int topK)
    {
        var response = await DetectAsync(new() { Texts = { Item("", Samples.Dutch) }, TopK = topK });
        var top = response.Results[0].Top;
        Assert.Equal(topK, top.Count);
        Assert.Equal(top.OrderByDescending(t => t.Score), top);
        Assert.True(topK == 0 || top[0].Tag == "nl");
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.Utf8)]
    [InlineData(OffsetUnit.CodePoint)]
    public async Task Spans_cut_the_text_in_every_unit(OffsetUnit unit)
    {
        const string Text = "🇸🇾 " + Samples.Kurmanji + " — " + Samples.English;
        var response = await DetectAsync(new() { Texts = { Item("", Text) }, WithSpans = true, OffsetUnit = unit });
        var spans = response.Results[0].Spans;
        Assert.Equal(["kmr", "en"], spans.Select(s => s.Tag));
        Assert.StartsWith("Turkish", Units.Cut(Text, spans[1].Start, spans[1].End, unit), StringComparison.Ordinal);
        Assert.Empty((await DetectAsync(new() { Texts = { Item("", Text) } })).Results[0].Spans);
    }

    [Fact]
    public async Task Bad_items_carry_their_error_and_leave_the_others_alone()
    {
        var tooLong = new string('a', 10_001);
        var response = await DetectAsync(new() { Texts = { Item("1", tooLong), Item("2", Samples.Dutch) } });
        Assert.Equal(service.Models.Current.Bundle.Manifest.Version, response.ModelVersion);
        Assert.Equal("INVALID_ARGUMENT", response.Results[0].Error.Code);
        Assert.StartsWith(
            "texts[0].text: has 10001 UTF-16 units", response.Results[0].Error.Message, StringComparison.Ordinal);
        Assert.Null(response.Results[0].Language);
        Assert.Equal(("2", "nl"), (response.Results[1].Id, response.Results[1].Language.Tag));
    }

    [Fact]
    public Task Empty_batches_are_refused() =>
        Refusal.AssertAsync("BATCH_EMPTY", "texts", "has 0 items; 1 to 1000 are allowed", () => DetectAsync(new()));

    [Fact]
    public Task Batches_over_the_limit_are_refused()
    {
        var request = new DetectLanguageRequest();
        request.Texts.AddRange(Enumerable.Repeat(Item("", "x"), 1001));
        return Refusal.AssertAsync(
            "BATCH_TOO_LARGE", "texts", "has 1001 items; 1 to 1000 are allowed", () => DetectAsync(request));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public Task Wrong_numbers_of_alternatives_are_refused(int topK) => Refusal.AssertAsync(
        "TOP_K_OUT_OF_RANGE", "top_k", $"is {topK}; allowed is 0 to 5",
        () => DetectAsync(new() { Texts = { Item("", "x") }, TopK = topK }));

    [Fact]
    public Task Unknown_units_are_refused() => Refusal.AssertAsync(
        "OFFSET_UNIT_UNKNOWN", "offset_unit", "is 7; allowed are",
        () => DetectAsync(new() { Texts = { Item("", "x") }, OffsetUnit = (OffsetUnit)7 }));

    private static TextItem Item(string id, string text) => new() { Id = id, Text = text };

    private Task<DetectLanguageResponse> DetectAsync(DetectLanguageRequest request) =>
        service.Client.DetectLanguageAsync(
            request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
