using System.Net;
using System.Text.Json.Nodes;
using Classifier.Service.Access;
using Classifier.Service.Errors;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Access;

/// <summary>What refused callers are told, word for word.</summary>
public sealed class AccessRefusalTests(GuardedService service) : IClassFixture<GuardedService>
{
    private const string Ways =
        "an API key in the header x-api-key or a bearer token in the header authorization or a client certificate";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", "CREDENTIALS_MISSING", $"This call needs {Ways}.")]
    [InlineData("wrong key", "CREDENTIALS_INVALID", $"The credential is not valid here; this call needs {Ways}.")]
    [InlineData("expired token", "CREDENTIALS_EXPIRED", "The credential has expired; get a new one.")]
    public async Task Strangers_are_asked_for_a_credential(string caller, string reason, string message)
    {
        using var answer = await service.Caller(caller).Rest.GetAsync("/v1/model", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        await AssertTellsAsync(answer, 16, message, Info(reason));
    }

    [Fact]
    public async Task A_caller_without_the_scope_is_told_which()
    {
        using var answer = await service.Caller("admin key").Rest.GetAsync("/v1/model", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(answer.Headers.WwwAuthenticate);
        var info = Info("SCOPE_MISSING");
        info["metadata"] = new JsonObject { ["scope"] = "tag" };
        await AssertTellsAsync(answer, 7, "The credential lacks the scope tag.", info);
    }

    [Fact]
    public async Task Over_grpc_it_is_told_the_same()
    {
        var caller = service.Caller("tag key");
        var error = await Assert.ThrowsAsync<RpcException>(() => new V1.ModelAdmin.ModelAdminClient(caller.Channel)
            .ReloadAsync(new(), caller.Headers, cancellationToken: Cancel).ResponseAsync);
        Assert.Equal("The credential lacks the scope admin.", error.Status.Detail);
        var detail = Assert.Single(error.GetRpcStatus()!.Details);
        Assert.Equal("admin", detail.Unpack<ErrorInfo>().Metadata["scope"]);
    }

    [Fact]
    public async Task Without_credentials_configured_others_are_sent_to_this_machine()
    {
        using var meters = new ServiceMeters();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = answer } };
        var policy = new AuthorizationPolicyBuilder().AddRequirements(new ScopeRequirement("admin")).Build();
        var tokens = new TokenRefusals(TimeProvider.System, new ListLogger<TokenRefusals>());
        await new AccessRefusal(
            Options.Create(new Service.Hosting.ServiceOptions()), new CallRefusal(meters.Metrics), tokens)
            .HandleAsync(_ => Task.CompletedTask, context, policy, PolicyAuthorizationResult.Challenge());
        var told = JsonNode.Parse(answer.ToArray())!;
        Assert.Equal((403, 7), (context.Response.StatusCode, (int)told["code"]!));
        Assert.Equal("LOOPBACK_ONLY", (string?)told["details"]![0]!["reason"]);
        Assert.Equal(1, meters.Sum("classifier.refusals", "LOOPBACK_ONLY call"));
    }

    private static JsonObject Info(string reason) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
        ["reason"] = reason,
        ["domain"] = "classifier",
    };

    private static async Task AssertTellsAsync(HttpResponseMessage answer, int code, string message, JsonObject info)
    {
        Assert.Null(answer.Headers.RetryAfter);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var expected = new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray(info) };
        Assert.True(JsonNode.DeepEquals(expected, told), $"Expected: {expected}\nTold: {told}");
    }
}
