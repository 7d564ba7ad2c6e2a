using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Service.Tests.Tagging;

/// <summary>The same contract as JSON over HTTP/1.1.</summary>
public sealed class RestTests(RunningService service)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_answer_as_over_grpc()
    {
        var request = new TagDocumentRequest
        {
            Text = Samples.Document,
            WithText = true,
            Options = new() { WithEvidence = true },
        };
        var expected = await service.Client.TagDocumentAsync(request, cancellationToken: Cancel);
        await AssertSameAsync("/v1/documents:tag", request, expected);
    }

    [Fact]
    public async Task Batches_answer_as_over_grpc()
    {
        var request = new TagPassagesRequest
        {
            Passages =
            {
                new Passage { Id = "1", Text = Samples.Sorani },
                new Passage { Id = "2" },
                new Passage { Id = "3", Text = Samples.German },
            },
            Options = new() { WithEvidence = true, OffsetUnit = OffsetUnit.Utf8 },
        };
        var expected = await service.Client.TagPassagesAsync(request, cancellationToken: Cancel);
        await AssertSameAsync("/v1/passages:tag", request, expected);
    }

    [Fact]
    public async Task Languages_answer_as_over_grpc()
    {
        var request = new DetectLanguageRequest
        {
            Texts = { new TextItem { Id = "🙂", Text = Samples.Kurmanji } },
            TopK = 2,
            WithSpans = true,
        };
        var expected = await service.Client.DetectLanguageAsync(request, cancellationToken: Cancel);
        await AssertSameAsync("/v1/languages:detect", request, expected);
    }

    [Fact]
    public async Task The_model_answers_as_over_grpc()
    {
        var expected = await service.Client.GetModelAsync(new(), cancellationToken: Cancel);
        AssertSame(expected, await service.Rest.GetStringAsync("/v1/model", Cancel));
    }

    [Fact]
    public async Task Names_have_underscores_empty_lists_are_written_and_letters_stay_letters()
    {
        var (_, json) = await PostAsync("/v1/documents:tag", $$"""{"text":"{{Samples.Sorani}}","with_text":true}""");
        Assert.Contains("\"model_version\":", json, StringComparison.Ordinal);
        Assert.Contains("\"asides\":[]", json, StringComparison.Ordinal);
        Assert.Contains("\"quote\":false", json, StringComparison.Ordinal);
        Assert.Contains(Samples.Sorani, json, StringComparison.Ordinal);
        Assert.DoesNotContain("evidence", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_carry_the_same_details()
    {
        var (status, json) = await PostAsync("/v1/documents:tag", """{"text":"x","date":"20-01-2026"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var error = JsonNode.Parse(json)!;
        Assert.Equal(3, (int)error["code"]!);
        var details = error["details"]!.AsArray();
        Assert.Equal("DATE_MALFORMED", (string?)details[0]!["reason"]);
        Assert.Equal("date", (string?)details[1]!["fieldViolations"]![0]!["field"]);
    }

    [Theory]
    [InlineData("klingon", HttpStatusCode.BadRequest)]
    [InlineData("utf-7", HttpStatusCode.BadRequest)]
    [InlineData("\"a b\"", HttpStatusCode.BadRequest)]
    [InlineData("\"\"", HttpStatusCode.BadRequest)]
    [InlineData("\"UTF-8\"", HttpStatusCode.OK)]
    [InlineData("iso-8859-1", HttpStatusCode.OK)]
    public async Task A_charset_that_nobody_knows_is_refused(string charset, HttpStatusCode expected)
    {
        using var body = new ByteArrayContent("""{"text":"x"}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        using var response = await service.Rest.PostAsync("/v1/documents:tag", body, Cancel);
        Assert.Equal(expected, response.StatusCode);
        var told = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(expected != HttpStatusCode.OK, told.Contains("CHARSET_UNKNOWN", StringComparison.Ordinal));
    }

    private async Task AssertSameAsync(string path, IMessage request, IMessage expected)
    {
        var (status, json) = await PostAsync(path, Formatter.Format(request));
        Assert.Equal(HttpStatusCode.OK, status);
        AssertSame(expected, json);
    }

    private static void AssertSame(IMessage expected, string json) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(Formatter.Format(expected)), JsonNode.Parse(json)),
        $"Over gRPC: {Formatter.Format(expected)}\nOver REST: {json}");

    private async Task<(HttpStatusCode Status, string Json)> PostAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.ExpectContinue = true;
        using var response = await service.Rest.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }
}
