using System.Text;
using System.Text.Json.Nodes;

namespace Classifier.Service.Tests.Rest;

/// <summary>What JSON can't bring in of one item costs the others nothing.</summary>
public sealed class BrokenItemsTests(RunningService service)
{
    private const string Broken = "has a lone surrogate or bytes that are no UTF-8; send well-formed Unicode";

    private const string BrokenName = "has a field whose name has a lone surrogate or bytes that are no UTF-8";

    public static TheoryData<string, string, string> Items => new()
    {
        { "{\"id\":\"b\",\"text\":\"a \\ud83d\"}", "b", $"[1].text: {Broken}" },
        { "{\"text\":\"\\udd25\\ud83d\",\"id\":\"b\"}", "b", $"[1].text: {Broken}" },
        { "{\"text\":\"a\u00FF\",\"\\u0069d\":\"b\"}", "b", $"[1].text: {Broken}" },
        { "{\"id\":\"\\ud83d\",\"text\":\"a\"}", "", $"[1].id: {Broken}" },
        { "{\"id\":\"b\",\"text\":[{\"id\":\"c\"}]}", "b", "[1].text: is a list; must be a string" },
        { "{\"id\":\"b\",\"\\ud83d\":\"a\"}", "b", $"[1]: {BrokenName}" },
        { "null", "", "[1]: is null; must be an object" },
        { "5", "", "[1]: is a number; must be an object" },
        { "[[],{}]", "", "[1]: is a list; must be an object" },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Of_passages(string item, string id, string message)
    {
        var results = await service.ResultsAsync(RestCalls.Passages, Body("passages", item));
        AssertRefused(results, id, $"passages{message}");
        Assert.Equal("0.", ((string?)results[1]!["model_version"])![..2]);
    }

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Of_texts_whose_language_is_asked(string item, string id, string message) =>
        AssertRefused(await service.ResultsAsync(RestCalls.Languages, Body("texts", item)), id, $"texts{message}");

    [Fact]
    public async Task Many_of_them_stay_in_their_places()
    {
        var items = Enumerable.Range(0, 1_000).Select(
            i => i % 3 == 1 ? "{\"text\":\"\\ud83d\"}" : $"{{\"id\":\"{i}\",\"text\":\"x\"}}");
        var body = Encoding.UTF8.GetBytes($"{{\"texts\":[{string.Join(" ,\n", items)}]}}");
        var results = await service.ResultsAsync(RestCalls.Languages, body);
        Assert.Equal(1_000, results.Count);
        Assert.All(results, (r, i) => Assert.Equal(
            i % 3 == 1 ? ("", $"texts[{i}].text: {Broken}") : ($"{i}", null),
            ((string?)r!["id"], (string?)r["error"]?["message"])));
    }

    [Fact]
    public async Task Too_many_are_counted_and_refused()
    {
        var items = string.Join(',', Enumerable.Repeat("null", 1_234));
        var answer = await service.CallAsync(RestCalls.Passages, $"{{\"passages\":[{items}]}}");
        answer.AssertRefused("BATCH_TOO_LARGE", "passages", "has 1234 items; 1 to 1000 are allowed");
    }

    /// <summary>The item between two sound ones; a character of one byte that is no UTF-8 stays one.</summary>
    private static byte[] Body(string list, string item) =>
    [
        .. Encoding.UTF8.GetBytes($"{{\"{list}\":[{Sound("a")}, "),
        .. Encoding.Latin1.GetBytes(item),
        .. Encoding.UTF8.GetBytes($" ,{Sound("c")}]}}"),
    ];

    private static string Sound(string id) => $"{{\"id\":\"{id}\",\"text\":\"{Samples.Dutch} \\ud83d\\udd25\"}}";

    private static void AssertRefused(JsonArray results, string id, string message)
    {
        Assert.Equal(["a", id, "c"], results.Select(r => (string?)r!["id"]));
        Assert.Equal(("INVALID_ARGUMENT", message), (
            (string?)results[1]!["error"]!["code"], (string?)results[1]!["error"]!["message"]));
        Assert.Null(results[1]!["language"]);
        Assert.All([results[0], results[2]], r => Assert.Null(r!["error"]));
        Assert.All([results[0], results[2]], r => Assert.Equal("nl", (string?)r!["language"]!["tag"]));
    }
}
