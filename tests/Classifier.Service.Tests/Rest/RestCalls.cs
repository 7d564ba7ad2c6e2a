using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Classifier.Service.Tests.Rest;

/// <summary>Calls over REST and what they are told.</summary>
internal static class RestCalls
{
    public const string Documents = "/v1/documents:tag";
    public const string Passages = "/v1/passages:tag";
    public const string Languages = "/v1/languages:detect";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<(HttpStatusCode Status, string Json)> CallAsync(
        this RunningService service, string path, string body) =>
        service.CallAsync(path, Encoding.UTF8.GetBytes(body), "application/json");

    public static async Task<(HttpStatusCode Status, string Json)> CallAsync(
        this RunningService service, string path, byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return await service.CallAsync(path, content);
    }

    public static async Task<(HttpStatusCode Status, string Json)> CallAsync(
        this RunningService service, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await service.Rest.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>The results of a batch.</summary>
    public static async Task<JsonArray> ResultsAsync(this RunningService service, string path, byte[] body)
    {
        var (status, json) = await service.CallAsync(path, body, "application/json");
        Assert.True(status == HttpStatusCode.OK, json);
        return JsonNode.Parse(json)!["results"]!.AsArray();
    }

    /// <summary>As all refusals are: reason and field for programs, the same in words, and nothing else.</summary>
    public static void AssertRefused(
        this (HttpStatusCode Status, string Json) answer, string reason, string field, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        answer.AssertTells(3, reason, field, description);
    }

    public static void AssertTells(
        this (HttpStatusCode Status, string Json) answer, int code, string reason, string field, string description)
    {
        var error = JsonNode.Parse(answer.Json)!;
        var details = error["details"]!.AsArray();
        Assert.Equal(code, (int)error["code"]!);
        Assert.Equal(2, details.Count);
        Assert.Equal(
            ("type.googleapis.com/google.rpc.ErrorInfo", reason, "classifier"),
            ((string?)details[0]!["@type"], (string?)details[0]!["reason"], (string?)details[0]!["domain"]));
        var violation = Assert.Single(details[1]!["fieldViolations"]!.AsArray())!;
        Assert.Equal(field, (string?)violation["field"]);
        Assert.Contains(description, (string?)violation["description"], StringComparison.Ordinal);
        Assert.Equal($"{field}: {violation["description"]}", (string?)error["message"]);
    }
}
