using System.Text;
using System.Text.Json.Nodes;
using Classifier.Contract;
using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Service.Tests.Tagging;

/// <summary>Answers have the fields that the CLI's answers have, by lists that both are held against.</summary>
public sealed class ContractTests(RunningService service)
{
    [Fact]
    public async Task Passages_with_evidence_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.Tagged, AnswerFields.Of(await TagAsync(true, Tagged)));

    [Fact]
    public async Task Passages_without_evidence_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.TaggedWithoutEvidence, AnswerFields.Of(await TagAsync(false, Tagged)));

    [Fact]
    public async Task Passages_in_other_languages_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.Untagged, AnswerFields.Of(await TagAsync(true, [Samples.German])));

    /// <summary>REST also writes the version and empty lists; what the CLI writes must be there.</summary>
    [Fact]
    public async Task Refused_passages_have_the_listed_fields() =>
        Assert.Empty(PassageResultFields.Refused.Except(AnswerFields.Of(await TagAsync(true, [""]))));

    [Fact]
    public async Task Languages_with_alternatives_and_spans_have_the_listed_fields() => Assert.Equal(
        LanguageResultFields.Detected,
        AnswerFields.Of(await DetectAsync(new() { Texts = { Items(Tagged) }, TopK = 5, WithSpans = true })));

    [Fact]
    public async Task Languages_alone_have_the_listed_fields() => Assert.Equal(
        LanguageResultFields.DetectedAlone,
        AnswerFields.Of(await DetectAsync(new() { Texts = { Items([Samples.German, ""]) } })));

    [Fact]
    public async Task Texts_whose_language_cannot_be_told_have_the_listed_fields() => Assert.Equal(
        LanguageResultFields.Refused,
        AnswerFields.Of(await DetectAsync(new() { Texts = { Items([new('x', 10_001)]) } })));

    private static IReadOnlyList<string> Tagged =>
        [Samples.English, Samples.Dutch, Samples.Kurmanji, Samples.Sorani];

    private static IEnumerable<TextItem> Items(IEnumerable<string> texts) =>
        texts.Select((t, i) => new TextItem { Id = $"t{i}", Text = t });

    private Task<IEnumerable<JsonNode>> TagAsync(bool withEvidence, IReadOnlyList<string> texts) => PostAsync(
        "/v1/passages:tag",
        new TagPassagesRequest
        {
            Passages = { texts.Select((t, i) => new Passage { Id = $"p{i}", Text = t }) },
            Options = new() { WithEvidence = withEvidence },
        });

    private Task<IEnumerable<JsonNode>> DetectAsync(DetectLanguageRequest request) =>
        PostAsync("/v1/languages:detect", request);

    private async Task<IEnumerable<JsonNode>> PostAsync(string path, IMessage request)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var body = new StringContent(JsonFormatter.Default.Format(request), Encoding.UTF8, "application/json");
        using var response = await service.Rest.PostAsync(path, body, cancel);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel))!;
        return answer["results"]!.AsArray().Select(r => r!);
    }
}
