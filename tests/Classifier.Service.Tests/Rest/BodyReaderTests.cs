using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classifier.Service.Tests.Rest;

/// <summary>Bodies of all lengths and charsets.</summary>
public sealed class BodyReaderTests(RunningService service)
{
    private const int Limit = 16 * 1024 * 1024;

    [Theory]
    [InlineData(4_000)]
    [InlineData(100_000)]
    [InlineData(Limit - 1_000)]
    public async Task A_body_within_the_limit_is_read_whole(int length)
    {
        var body = Body(length);
        foreach (var content in new HttpContent[] { Json(body), new Chunked(body) })
        {
            var (status, json) = await service.CallAsync(RestCalls.Documents, content);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("nl", (string?)JsonNode.Parse(json)!["passages"]![0]!["language"]!["tag"]);
        }
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_the_limit()
    {
        var body = Body(Limit + 1);
        AssertTooLarge(await service.CallAsync(RestCalls.Documents, Json(body)), $"has {Limit + 1} bytes");
        AssertTooLarge(
            await service.CallAsync(RestCalls.Documents, new Chunked(body)), $"has more than {Limit} bytes");
        AssertTooLarge(
            await service.CallAsync(RestCalls.Documents, new Chunked(body, "application/grpc+json")),
            $"has more than {Limit} bytes");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task A_charset_changes_nothing(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] Bytes(string json) => [.. encoding.GetPreamble(), .. encoding.GetBytes(json)];
        var type = $"application/json; charset={charset}";
        var (status, _) = await service.CallAsync(RestCalls.Documents, Bytes("{\"text\":\"één\"}"), type);
        Assert.Equal(HttpStatusCode.OK, status);
        (await service.CallAsync(RestCalls.Documents, Bytes("{\"text\":\"\\ud83d\"}"), type))
            .AssertRefused("TEXT_BROKEN", "text", "");
        const string Batch = "{\"passages\":[{\"id\":\"één\",\"text\":\"\\ud83d\"},{\"id\":\"è\",\"text\":\"x\"}]}";
        var (_, json) = await service.CallAsync(RestCalls.Passages, Bytes(Batch), type);
        var results = JsonNode.Parse(json)!["results"]!.AsArray();
        Assert.Equal(["één", "è"], results.Select(r => (string?)r!["id"]));
        Assert.Equal([true, false], results.Select(r => r!["error"] is not null));
    }

    /// <summary>Latin-1 has no letter for what a Sorani passage says.</summary>
    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    public async Task Answers_are_in_utf8_whatever_the_question_is_in(string charset)
    {
        const string Text = "هێزەکانی سووریای دیموکرات گوندەکەیان گرت.";
        var body = JsonSerializer.Serialize(new { text = Text, with_text = true });
        var (status, json) = await service.CallAsync(
            RestCalls.Documents, Encoding.ASCII.GetBytes(body), $"application/json; charset={charset}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Text, (string?)JsonNode.Parse(json)!["passages"]![0]!["text"]);
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("no-such", false)]
    [InlineData("identity", true)]
    public async Task Bodies_are_not_unpacked(string encoding, bool taken)
    {
        var content = Json(Encoding.UTF8.GetBytes("{\"text\":\"één\"}"));
        content.Headers.ContentEncoding.Add(encoding);
        var answer = await service.CallAsync(RestCalls.Documents, content);
        if (taken)
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }
        else
        {
            answer.AssertRefused(
                "CONTENT_ENCODING_UNKNOWN",
                "content-encoding",
                "is not read over REST; send the body as it is, not zipped");
        }
    }

    private static void AssertTooLarge((HttpStatusCode Status, string Json) answer, string length)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        answer.AssertTells(
            3, "MESSAGE_TOO_LARGE", "request", $"{length}, as it comes or unpacked; MaxMessageBytes allows {Limit}");
    }

    /// <summary>A short text and much room.</summary>
    private static byte[] Body(int length)
    {
        var (head, tail) = ($"{{\"text\":\"{Samples.Dutch}\"", "}");
        return Encoding.UTF8.GetBytes(head + new string(' ', length - head.Length - tail.Length) + tail);
    }

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    /// <summary>Says nothing of its length.</summary>
    private sealed class Chunked : HttpContent
    {
        private readonly byte[] _body;

        public Chunked(byte[] body, string type = "application/json")
        {
            _body = body;
            Headers.ContentType = new(type);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(_body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
