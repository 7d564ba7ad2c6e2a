using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.V1;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Classifier.Service.Tests.Rest;

/// <summary>Each field of each request with each kind of value: who gets it wrong hears where, and no more.</summary>
public sealed class BodyErrorsTests(RunningService ready) : IAsyncLifetime
{
    private const string Canary = "zq canary";

    /// <summary>Not found: some values are sound aliases of models that there are not.</summary>
    private static readonly HttpStatusCode[] Codes =
        [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound];

    private readonly LogLines _log = new();
    private RunningService _service = null!;

    public static TheoryData<string, string> Fields => new(
        from call in new[]
        {
            (RestCalls.Documents, TagDocumentRequest.Descriptor, "\"text\":\"x\""),
            (RestCalls.Passages, TagPassagesRequest.Descriptor, "\"passages\":[{\"text\":\"x\"}]"),
            (RestCalls.Languages, DetectLanguageRequest.Descriptor, "\"texts\":[{\"text\":\"x\"}]"),
        }
        from wrap in Wraps(call.Item2)
        select (call.Item1, $"{{{call.Item3},{wrap}}}"));

    /// <summary>Values of all kinds, and ends before their time; U+00FF becomes one byte that is no UTF-8.</summary>
    private static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "5", "-1", "2.5", "1e2", "99999999999", "1e999", "\"\"", "\"5 \"", $"\"{Canary}\"",
        $"\"{Canary} \\ud83d\"", $"\"\\udd25\\ud83d {Canary}\"", $"\"{Canary}\u00FF\"", $"\"{Canary}",
        $"\"\\q{Canary}\"",
        "[]", "[null]", "[[]]", $"[\"{Canary}\"]", $"[\"{Canary}", "{}", $"{{\"{Canary}\":\"{Canary}\"}}",
        $"{{\"{Canary}\\ud83d\":1}}", $"{{\"{Canary}", Canary, "\"OFFSET_UNIT_UTF8\"", "",
    ];

    public async ValueTask InitializeAsync()
    {
        _service = RunningService.WithoutModels(
            s => s.AddSingleton<ILoggerProvider>(_log),
            "--Logging:LogLevel:Grpc=Debug", "--Logging:Console:LogLevel:Default=None");
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Errors_name_the_field_and_quote_nothing(string path, string body)
    {
        foreach (var value in Values)
        {
            var (status, json) = await _service.CallAsync(
                path, Encoding.Latin1.GetBytes(body.Replace("@", value, StringComparison.Ordinal)), "application/json");
            Assert.All(Errors(status, json), e => Assert.DoesNotContain(Canary, e, StringComparison.OrdinalIgnoreCase));
            Assert.Contains(status, Codes);
            Assert.Equal(status != HttpStatusCode.OK, json.Contains("google.rpc.ErrorInfo", StringComparison.Ordinal));
            Assert.Equal(
                status == HttpStatusCode.BadRequest, json.Contains("fieldViolations", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(_log.All, l => l.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A refusal is all error; an answer may hold errors of items, beside ids that are echoed.</summary>
    private static IEnumerable<string> Errors(HttpStatusCode status, string json) => status != HttpStatusCode.OK
        ? [json]
        : (JsonNode.Parse(json)!["results"]?.AsArray() ?? []).Select(r => r!["error"]?.ToJsonString() ?? "");

    /// <summary>Every field, as <c>"field":@</c> with the messages that it is in around it.</summary>
    private static IEnumerable<string> Wraps(MessageDescriptor message) =>
        from field in message.Fields.InDeclarationOrder()
        from value in field.FieldType == FieldType.Message
            ? Wraps(field.MessageType).Select(w => $"{{{w}}}").Select(w => field.IsRepeated ? $"[{w}]" : w)
                .Concat(["@", "[@]"])
            : ["@"]
        select $"\"{field.Name}\":{value}";
}
