using System.Text;
using System.Text.Json.Nodes;
using Classifier.Contract;
using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Service.Tests.Tagging;

/// <summary>The answer for a passage has the fields that the CLI's answer has, by one list that both are held against.</summary>
public sealed class ContractTests(RunningService service)
{
    [Fact]
    public async Task Passages_with_evidence_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.Tagged, PassageResultFields.Of(await TagAsync(true, Tagged)));

    [Fact]
    public async Task Passages_without_evidence_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.TaggedWithoutEvidence, PassageResultFields.Of(await TagAsync(false, Tagged)));

    [Fact]
    public async Task Passages_in_other_languages_have_the_listed_fields() =>
        Assert.Equal(PassageResultFields.Untagged, PassageResultFields.Of(await TagAsync(true, [Samples.German])));

    /// <summary>REST also writes the version and empty lists; what the CLI writes must be there.</summary>
    [Fact]
    public async Task Refused_passages_have_the_listed_fields() =>
        Assert.Empty(PassageResultFields.Refused.Except(PassageResultFields.Of(await TagAsync(true, [""]))));

    private static IReadOnlyList<string> Tagged =>
        [Samples.English, Samples.Dutch, Samples.Kurmanji, Samples.Sorani];

    private async Task<IEnumerable<JsonNode>> TagAsync(bool withEvidence, IReadOnlyList<string> texts)
    {
        var cancel = TestContext.Current.CancellationToken;
        var request = new TagPassagesRequest
        {
            Passages = { texts.Select((t, i) => new Passage { Id = $"p{i}", Text = t }) },
            Options = new() { WithEvidence = withEvidence },
        };
        using var body = new StringContent(JsonFormatter.Default.Format(request), Encoding.UTF8, "application/json");
        using var response = await service.Rest.PostAsync("/v1/passages:tag", body, cancel);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancel))!;
        return answer["results"]!.AsArray().Select(r => r!);
    }
}
