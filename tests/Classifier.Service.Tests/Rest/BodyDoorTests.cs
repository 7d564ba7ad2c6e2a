using System.Diagnostics;
using System.Net;
using System.Text;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Classifier.Service.Rest;
using Classifier.V1;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Rest;

public sealed class BodyDoorTests(RunningService service)
{
    private const string Units =
        "OFFSET_UNIT_UNSPECIFIED, OFFSET_UNIT_UTF16, OFFSET_UNIT_UTF8, OFFSET_UNIT_CODE_POINT";

    [Theory]
    [InlineData("", "MESSAGE_MALFORMED", "request", "is no JSON from line 1, byte 1 on")]
    [InlineData("{\"text\":", "MESSAGE_MALFORMED", "request", "is no JSON from line 1, byte 9 on")]
    [InlineData("{\n\"text\":\"x\"", "MESSAGE_MALFORMED", "request", "is no JSON from line 2, byte 11 on")]
    [InlineData("{\"text\":\"x\"} {}", "MESSAGE_MALFORMED", "request", "is no JSON from line 1, byte 14 on")]
    [InlineData("[]", "MESSAGE_MALFORMED", "request", "is a list; must be an object")]
    [InlineData("null", "MESSAGE_MALFORMED", "request", "is null; must be an object")]
    [InlineData("{\"\\ud83d\":1}", "MESSAGE_MALFORMED", "request", "a field whose name has a lone surrogate")]
    [InlineData("{\"text\":5}", "MESSAGE_MALFORMED", "text", "is a number; must be a string")]
    [InlineData("{\"with_text\":\"yes\"}", "MESSAGE_MALFORMED", "with_text", "is a string; must be true or false")]
    [InlineData("{\"options\":[]}", "MESSAGE_MALFORMED", "options", "is a list; must be an object")]
    [InlineData("{\"text\":\"\\ud83d\"}", "TEXT_BROKEN", "text", "has a lone surrogate")]
    [InlineData("{\"text\":\"x\",\"date\":\"\\udd25\"}", "TEXT_BROKEN", "date", "has a lone surrogate")]
    [InlineData("{\"options\":{\"offset_unit\":\"Geheim\"}}", "OFFSET_UNIT_UNKNOWN", "options.offset_unit", Units)]
    [InlineData("{\"options\":{\"offset_unit\":2.5}}", "OFFSET_UNIT_UNKNOWN", "options.offset_unit", "is a number")]
    [InlineData("{\"txet\":\"x\"}", "FIELD_UNKNOWN", "request", "a field that is not known here; nearest known: text")]
    [InlineData("{\"text\":\"x\",\"withText\":true}", "FIELD_UNKNOWN", "request", "nearest known: with_text")]
    [InlineData("{\"with_evidence\":true}", "FIELD_UNKNOWN", "request", "nearest known: options.with_evidence")]
    [InlineData("{\"options\":{\"text\":1}}", "FIELD_UNKNOWN", "options", "nearest known: text")]
    [InlineData("{\"options\":{\"with_evidnce\":true}}", "FIELD_UNKNOWN", "options", "nearest known: with_evidence")]
    public async Task A_document_that_is_none_is_refused_by_field(
        string body, string reason, string field, string description) =>
        (await service.CallAsync(RestCalls.Documents, body)).AssertRefused(reason, field, description);

    [Theory]
    [InlineData(RestCalls.Passages, "{\"passages\":null}", "passages", "is null; must be a list")]
    [InlineData(RestCalls.Passages, "{\"passages\":{}}", "passages", "is an object; must be a list")]
    [InlineData(RestCalls.Languages, "{\"texts\":[],\"top_k\":2.5}", "top_k", "must be a whole number, 0 to 5")]
    [InlineData(RestCalls.Languages, "{\"top_k\":99999999999}", "top_k", "must be a whole number, 0 to 5")]
    [InlineData(RestCalls.Languages, "{\"texts\":true}", "texts", "is true or false; must be a list")]
    public async Task A_batch_that_is_none_is_refused_by_field(
        string path, string body, string field, string description) =>
        (await service.CallAsync(path, body)).AssertRefused("MESSAGE_MALFORMED", field, description);

    /// <summary>As the command line has it; who keeps a source beside a text may leave it there.</summary>
    [Theory]
    [InlineData("\"source\":\"x\"")]
    [InlineData("\"source\":{\"text\":[1,{}],\"date\":null}")]
    [InlineData("\"source\":[[],[{}]]")]
    public async Task Fields_that_are_like_none_are_passed_over(string field)
    {
        var body = $$"""{{{field}},"passages":[{{{field}},"id":"1","text":"x"}]}""";
        var results = await service.ResultsAsync(RestCalls.Passages, Encoding.UTF8.GetBytes(body));
        Assert.Equal(("1", null), ((string?)results[0]!["id"], results[0]!["error"]));
    }

    /// <summary>Whoever sends them by the million shall not keep a core busy.</summary>
    [Fact]
    public async Task Of_very_many_fields_the_first_alone_are_compared()
    {
        var first = string.Concat(Enumerable.Repeat("\"source\":0,", 999));
        (await service.CallAsync(RestCalls.Documents, $$"""{{{first}}"txet":"x","text":"x"}"""))
            .AssertRefused("FIELD_UNKNOWN", "request", "nearest known: text");
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.CallAsync(RestCalls.Documents, $$"""{"a":0,{{first}}"txet":"x","text":"x"}""")).Status);
    }

    /// <summary>A field that nobody reads would be one that its caller believes in.</summary>
    [Fact]
    public async Task An_unknown_field_of_an_item_is_the_error_of_that_item()
    {
        var results = await service.ResultsAsync(
            RestCalls.Passages,
            """{"passages":[{"id":"1","text":"x"},{"dat":"2026","id":"2"},{"id":"3","txt":1}]}"""u8.ToArray());
        Assert.Equal([null, "FIELD_UNKNOWN", "FIELD_UNKNOWN"], results.Select(r => (string?)r!["error"]?["reason"]));
        Assert.Equal(["1", "2", "3"], results.Select(r => (string?)r!["id"]));
        Assert.Equal(
            "passages[1]: has a field that is not known here; nearest known: date",
            (string?)results[1]!["error"]!["message"]);
    }

    /// <summary>The depth that the library gives up at is no concern of who sent it.</summary>
    [Fact]
    public async Task What_nests_too_deep_is_told_by_its_place()
    {
        var deep = new string('[', 100) + new string(']', 100);
        (await service.CallAsync(RestCalls.Documents, $$"""{"text":{{deep}}}"""))
            .AssertRefused("MESSAGE_MALFORMED", "text", "is a list; must be a string");
        (await service.CallAsync(RestCalls.Documents, $$"""{"source":{{deep}},"text":"x"}"""))
            .AssertRefused("MESSAGE_MALFORMED", "request", "not known here and nests deeper than 60");
        var results = await service.ResultsAsync(
            RestCalls.Passages, Encoding.UTF8.GetBytes($$"""{"passages":[{{deep}},{"text":"x"}]}"""));
        Assert.Equal(
            ["passages[0]: is a list; must be an object", null],
            results.Select(r => (string?)r!["error"]?["message"]));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_broken_text() =>
        (await service.CallAsync(RestCalls.Documents, [.. "{\"text\":\"a"u8, 0xFF, .. "\"}"u8], "application/json"))
        .AssertRefused("TEXT_BROKEN", "text", "bytes that are no UTF-8; send well-formed Unicode");

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/grpc")]
    public async Task Other_content_is_refused(string? type) =>
        (await service.CallAsync(RestCalls.Documents, "{}"u8.ToArray(), type))
        .AssertRefused("CONTENT_TYPE_UNKNOWN", "content-type", "send application/json");

    [Theory]
    [InlineData("{}", "text", "TEXT_EMPTY")]
    [InlineData("{\"text\":null,\"options\":null}", "text", "TEXT_EMPTY")]
    [InlineData("{\"text\":\"x\",\"options\":{\"offset_unit\":7}}", "options.offset_unit", "OFFSET_UNIT_UNKNOWN")]
    public async Task What_only_the_service_can_judge_is_left_to_it(string body, string field, string reason) =>
        (await service.CallAsync(RestCalls.Documents, body)).AssertRefused(reason, field, "");

    [Fact]
    public async Task Refusals_are_counted()
    {
        using var meters = new ServiceMeters(service.Services);
        await service.CallAsync(RestCalls.Documents, "{\"text\":\"\\ud83d\"}");
        Assert.True(meters.Sum("classifier.refusals", "TEXT_BROKEN") >= 1);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_refused()
    {
        var (status, json) = await EnterAsync(new BadHttpRequestException("too slow", 408));
        Assert.Equal(StatusCodes.Status400BadRequest, status);
        ((HttpStatusCode)status, json).AssertRefused("MESSAGE_MALFORMED", "request", "came too slowly");
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task A_caller_that_goes_before_its_body_is_whole_is_no_failure(Type thrown) => Assert.Equal(
        (StatusCodes.Status499ClientClosedRequest, ""), await EnterAsync((Exception)Activator.CreateInstance(thrown)!));

    /// <summary>Knocks with a body whose reading fails.</summary>
    private static async Task<(int Status, string Json)> EnterAsync(Exception failure)
    {
        var form = JsonForm.Of(TagDocumentRequest.Descriptor, JsonPath.Top);
        var call = new EndpointMetadataCollection(new CallKind("TagDocument", true, true) { Json = form });
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext
        {
            Request = { ContentType = "application/json", Body = new FailingStream(failure) },
            Response = { Body = answer },
        };
        context.SetEndpoint(new(null, call, null));
        using var meters = new ServiceMeters();
        var door = new BodyDoor(
            _ => throw new UnreachableException(), new(Options.Create(new ServiceOptions())),
            new CallRefusal(meters.Metrics));
        await door.InvokeAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw failure;
    }
}
