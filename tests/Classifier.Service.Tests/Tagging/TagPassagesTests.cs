using Classifier.V1;

namespace Classifier.Service.Tests.Tagging;

public sealed class TagPassagesTests(RunningService service)
{
    [Fact]
    public async Task Every_language_is_tagged()
    {
        var response = await TagAsync(new()
        {
            Passages =
            {
                Item("nl", Samples.Dutch),
                Item("en", Samples.English),
                Item("kmr", Samples.Kurmanji),
                Item("ckb", Samples.Sorani),
            },
        });
        Assert.Equal(service.Models.Current.Bundle.Manifest.Version, response.ModelVersion);
        Assert.All(response.Results, r => Assert.Equal(r.Id, r.Language.Tag));
        Assert.All(response.Results, r => Assert.Equal(response.ModelVersion, r.ModelVersion));
        Assert.All(response.Results, r => Assert.Contains(r.Actors, a => a.Label == "sdf"));
        Assert.All(response.Results, r => Assert.Null(r.Error));
        Assert.All(response.Results, r => Assert.Equal(r.Actors.OrderByDescending(a => a.Score), r.Actors));
        Assert.All(response.Results, r => Assert.InRange(r.Events.Count, 0, 3));
    }

    [Fact]
    public async Task Bad_items_carry_their_error_and_leave_the_others_alone()
    {
        var response = await TagAsync(new()
        {
            Passages =
            {
                Item("empty", ""), Item("good", Samples.Dutch), Item("long", new string('a', 10_001)),
                new Passage { Id = "date", Text = Samples.Dutch, Date = "2026-1" },
                new Passage { Id = "good too", Text = Samples.Dutch, Date = "2026-01" },
            },
        });
        Assert.Equal(["empty", "good", "long", "date", "good too"], response.Results.Select(r => r.Id));
        AssertError(response.Results[0], "passages[0].text: is empty");
        AssertError(response.Results[2], "passages[2].text: has 10001 UTF-16 units; at most 10000 are allowed");
        AssertError(
            response.Results[3],
            "passages[3].date: is no date there is, of the form YYYY-MM-DD, YYYY-MM or YYYY (6 characters given)");
        Assert.Null(response.Results[1].Error);
        Assert.Equal(response.Results[1].Actors, response.Results[4].Actors);
    }

    [Fact]
    public async Task The_largest_batch_keeps_its_order()
    {
        string[] texts = [Samples.Dutch, Samples.English, Samples.Kurmanji, "", Samples.German];
        var request = new TagPassagesRequest();
        request.Passages.AddRange(Enumerable.Range(0, 1000).Select(i => Item($"{i}", texts[i % texts.Length])));
        var response = await TagAsync(request);
        Assert.Equal(request.Passages.Select(p => p.Id), response.Results.Select(r => r.Id));
        Assert.All(response.Results, (r, i) => Assert.Equal(i % texts.Length == 3, r.Error is not null));
        Assert.All(response.Results, (r, i) => Assert.Equal(response.Results[i % texts.Length].Language, r.Language));
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.Utf8)]
    [InlineData(OffsetUnit.CodePoint)]
    public async Task Evidence_is_in_the_unit_asked_for(OffsetUnit unit)
    {
        const string Text = "🔥🇸🇾 " + Samples.Sorani;
        var response = await TagAsync(new()
        {
            Passages = { Item("", Text) },
            Options = new() { OffsetUnit = unit, WithEvidence = true },
        });
        var words = response.Results[0].Actors.Single(a => a.Label == "sdf").Evidence.Spans
            .Select(s => Units.Cut(Text, s.Start, s.End, unit)).ToList();
        Assert.Contains(words, w => w.Contains("دیموکرات", StringComparison.Ordinal));
        Assert.All(words, w => Assert.Contains(w, Samples.Sorani, StringComparison.Ordinal));
    }

    [Fact]
    public Task Empty_batches_are_refused() =>
        Refusal.AssertAsync("BATCH_EMPTY", "passages", "has 0 items; 1 to 1000 are allowed", () => TagAsync(new()));

    [Fact]
    public Task Batches_over_the_limit_are_refused()
    {
        var request = new TagPassagesRequest();
        request.Passages.AddRange(Enumerable.Repeat(Item("", Samples.Dutch), 1001));
        return Refusal.AssertAsync(
            "BATCH_TOO_LARGE", "passages", "has 1001 items; 1 to 1000 are allowed", () => TagAsync(request));
    }

    [Fact]
    public Task Unknown_units_are_refused() => Refusal.AssertAsync(
        "OFFSET_UNIT_UNKNOWN", "options.offset_unit", "is 4; allowed are",
        () => TagAsync(new() { Passages = { Item("", "x") }, Options = new() { OffsetUnit = (OffsetUnit)4 } }));

    private static Passage Item(string id, string text) => new() { Id = id, Text = text };

    private static void AssertError(PassageResult result, string message)
    {
        Assert.Equal("INVALID_ARGUMENT", result.Error.Code);
        Assert.StartsWith(message, result.Error.Message, StringComparison.Ordinal);
        Assert.Null(result.Language);
        Assert.Empty(result.Actors);
        Assert.Empty(result.Events);
    }

    private Task<TagPassagesResponse> TagAsync(TagPassagesRequest request) => service.Client.TagPassagesAsync(
        request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
