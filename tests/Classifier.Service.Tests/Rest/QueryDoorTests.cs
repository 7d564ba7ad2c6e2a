using System.Net;

namespace Classifier.Service.Tests.Rest;

public sealed class QueryDoorTests(RunningService service)
{
    [Theory]
    [InlineData("model=next&model=next")]
    [InlineData("model=&model=")]
    public async Task A_parameter_that_stands_twice_is_refused_by_name(string query) =>
        (await AskAsync(query)).AssertRefused("MESSAGE_MALFORMED", "model", "is given 2 times; once is allowed");

    [Theory]
    [InlineData("modle=next", "nearest known: model")]
    [InlineData("Model=next", "nearest known: model")]
    [InlineData("model.alias=next", "known: model")]
    [InlineData("model=&modle=next", "nearest known: model")]
    [InlineData("=next", "known: model")]
    public async Task One_that_there_is_not_is_refused_without_repeating_it(string query, string hint)
    {
        var answer = await AskAsync(query);
        answer.AssertRefused("PARAMETER_UNKNOWN", "query", "has a parameter that is not known here; " + hint);
        Assert.DoesNotContain("modle", answer.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&")]
    [InlineData("model=")]
    public async Task All_else_is_left_to_the_service(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(query)).Status);

    /// <summary>Transcoding passes over them, as if they had been heard.</summary>
    [Theory]
    [InlineData("with_text=true", "has with_text, which is not read there")]
    [InlineData("text=x&text=y", "has text, which is not read there")]
    public async Task Fields_of_a_body_stand_in_no_address(string query, string description) =>
        (await service.CallAsync($"{RestCalls.Documents}?{query}", "{\"text\":\"x\"}"))
        .AssertRefused("PARAMETER_UNKNOWN", "query", description);

    [Fact]
    public async Task What_gateways_put_into_the_address_of_a_call_with_a_body_is_theirs() => Assert.Equal(
        HttpStatusCode.OK,
        (await service.CallAsync($"{RestCalls.Documents}?via=gateway", "{\"text\":\"x\"}")).Status);

    [Fact]
    public async Task Refusals_are_counted()
    {
        using var meters = new ServiceMeters(service.Services);
        await AskAsync("modle=next");
        Assert.Equal(1, meters.Sum("classifier.refusals", "PARAMETER_UNKNOWN call"));
    }

    private async Task<(HttpStatusCode Status, string Json)> AskAsync(string query)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var answer = await service.Rest.GetAsync($"/v1/model?{query}", cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
    }
}
