using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Classifier.Fuzzing;

/// <summary>JSON of REST, and queries where a method has no body.</summary>
/// <param name="bundle">Folder of the bundle that answers.</param>
internal sealed class JsonTarget(string bundle) : ServiceTarget(bundle)
{
    private const int Refused = 400;
    private const int ServerFailed = 500;

    /// <summary>Kestrel's own limit of a request's first line is 8 KB, and a byte may take three.</summary>
    private const int LongestQuery = 2_500;

    public override string Name => "json";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. FuzzMethods.Seeds(FuzzMethods.Rest, r => Utf8(JsonFormatter.Default.Format(r))),
        .. FuzzMethods.Rest.SelectMany((m, i) => Odd(m).Select(o => Choice.Join(i, Utf8(o)))),
    ];

    protected override async Task TryAsync(HttpClient client, byte[] input)
    {
        var (method, body) = Choice.Split(input, FuzzMethods.Rest);
        using var request = Request(FuzzMethods.RuleOf(method)!, body);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        var status = (int)response.StatusCode;
        if (status >= ServerFailed)
        {
            throw new FindingException($"HTTP {status}.");
        }

        using var json = JsonDocument.Parse(answer);
        if (status >= Refused)
        {
            CheckReason(json.RootElement.GetRawText());
            ErrorTexts.Check(json.RootElement.GetRawText());
        }

        ErrorTexts.CheckItems(json.RootElement);
    }

    private static void CheckReason(string refusal)
    {
        if (!refusal.Contains("google.rpc.ErrorInfo", StringComparison.Ordinal))
        {
            throw new FindingException($"A refusal has no reason: {refusal}");
        }
    }

    private static HttpRequestMessage Request(HttpRule rule, byte[] body)
    {
        if (rule.PatternCase == HttpRule.PatternOneofCase.Get)
        {
            return new(HttpMethod.Get, $"{rule.Get}?{Query(body)}");
        }

        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return new(HttpMethod.Post, rule.Post) { Content = content };
    }

    /// <summary>Bytes that end no name and no value are sent as numbers.</summary>
    private static string Query(byte[] body) => string.Concat(
        body.Take(LongestQuery).Select(b => b is (byte)'=' or (byte)'&' ? $"{(char)b}" : $"%{b:X2}"));

    /// <summary>A request to a method once for each value in it, with text in the place of that one.</summary>
    private static IEnumerable<string> Odd(MethodDescriptor method)
    {
        yield return $$"""{"{{FuzzSeeds.Canary}}":0}""";
        yield return $"model={FuzzSeeds.Canary}";
        var json = JsonFormatter.Default.Format(FuzzSeeds.Requests.First(r => r.Descriptor == method.InputType));
        for (var i = 0; i < Values(JsonNode.Parse(json)!).Count(); i++)
        {
            var changed = JsonNode.Parse(json)!;
            Values(changed).ElementAt(i).ReplaceWith(FuzzSeeds.Canary);
            yield return changed.ToJsonString();
        }
    }

    private static IEnumerable<JsonNode> Values(JsonNode node) =>
        Parts(node).OfType<JsonNode>().SelectMany(v => Values(v).Prepend(v));

    private static IEnumerable<JsonNode?> Parts(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(f => f.Value),
        JsonArray items => items,
        _ => [],
    };

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
