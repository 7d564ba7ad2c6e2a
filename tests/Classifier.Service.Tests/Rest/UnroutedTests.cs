using System.Net;
using System.Text.Json.Nodes;
using Grpc.Core;

namespace Classifier.Service.Tests.Rest;

public sealed class UnroutedTests(RunningService service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/v1/documents")]
    [InlineData("GET", "/v1/models")]
    [InlineData("GET", "/")]
    public async Task Paths_that_there_are_not_are_told_with_those_that_there_are(string method, string path)
    {
        var error = await RefusedAsync(method, path, HttpStatusCode.NotFound);
        Assert.Equal((5, "PATH_UNKNOWN"), ((int)error["code"]!, (string?)error["details"]![0]!["reason"]));
        Assert.Contains("POST /v1/documents:tag, ", (string?)error["message"], StringComparison.Ordinal);
        Assert.Contains("GET /v1/model", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/v1/model", "GET")]
    [InlineData("POST", "/v1/model/", "GET")]
    [InlineData("GET", "/v1/documents:tag", "POST")]
    [InlineData("DELETE", "/v1/passages:tag", "POST")]
    public async Task Other_methods_are_told_which_are_allowed(string method, string path, string allowed)
    {
        var error = await RefusedAsync(method, path, HttpStatusCode.MethodNotAllowed, allowed);
        Assert.Equal((3, "METHOD_UNKNOWN"), ((int)error["code"]!, (string?)error["details"]![0]!["reason"]));
        Assert.Equal(
            $"This path is called by {allowed} and by nothing else.", (string?)error["message"]);
    }

    [Fact]
    public async Task Grpc_has_its_own_word_for_methods_that_there_are_not()
    {
        var marshaller = Marshallers.Create(_ => Array.Empty<byte>(), _ => new object());
        var method = new Method<object, object>(
            MethodType.Unary, "classifier.v1.PassageTagger", "TagEverything", marshaller, marshaller);
        var error = await Assert.ThrowsAsync<RpcException>(() => service.Channel.CreateCallInvoker()
            .AsyncUnaryCall(method, null, new(cancellationToken: Cancel), new()).ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    private async Task<JsonNode> RefusedAsync(string method, string path, HttpStatusCode status, params string[] allow)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await service.Rest.SendAsync(request, Cancel);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(allow, response.Content.Headers.Allow);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
    }
}
