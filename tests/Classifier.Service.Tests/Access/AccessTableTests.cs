using System.Text;
using System.Text.Json.Nodes;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Reflection.V1;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace Classifier.Service.Tests.Access;

/// <summary>Every endpoint against every credential.</summary>
public sealed class AccessTableTests(GuardedService service) : IClassFixture<GuardedService>
{
    private const string Missing = "Unauthenticated CREDENTIALS_MISSING";
    private const string Invalid = "Unauthenticated CREDENTIALS_INVALID";
    private const string Expired = "Unauthenticated CREDENTIALS_EXPIRED";
    private const string NoScope = "PermissionDenied SCOPE_MISSING";
    private const string Fine = "OK";

    /// <summary>What each gets from endpoints that need the scope tag, the scope admin, or any credential.</summary>
    private static readonly (string Caller, string Tag, string Admin, string Known)[] Callers =
    [
        ("none", Missing, Missing, Missing),
        ("wrong key", Invalid, Invalid, Invalid),
        ("malformed key", Invalid, Invalid, Invalid),
        ("expired key", Expired, Expired, Expired),
        ("admin key", NoScope, Fine, Fine),
        ("tag key", Fine, NoScope, Fine),
        ("foreign token", Invalid, Invalid, Invalid),
        ("token for others", Invalid, Invalid, Invalid),
        ("expired token", Expired, Expired, Expired),
        ("admin token", NoScope, Fine, Fine),
        ("tag token", Fine, NoScope, Fine),
        ("foreign certificate", Invalid, Invalid, Invalid),
        ("expired certificate", Expired, Expired, Expired),
        ("expired foreign certificate", Invalid, Invalid, Invalid),
        ("certificate", Fine, NoScope, Fine),
        ("operator's certificate", Fine, Fine, Fine),
    ];

    private static readonly Dictionary<string, Func<TestCaller, Task>> Tagging = new()
    {
        ["TagDocument"] = c => Client(c).TagDocumentAsync(new() { Text = Samples.English }, c.Headers).ResponseAsync,
        ["TagPassages"] = c =>
            Client(c).TagPassagesAsync(new() { Passages = { new Passage() } }, c.Headers).ResponseAsync,
        ["TagPassageStream"] = StreamAsync,
        ["DetectLanguage"] = c =>
            Client(c).DetectLanguageAsync(new() { Texts = { new TextItem() } }, c.Headers).ResponseAsync,
        ["GetModel"] = c => Client(c).GetModelAsync(new(), c.Headers).ResponseAsync,
        ["POST /v1/documents:tag"] = c => PostAsync(c, "/v1/documents:tag", """{"text":"x"}"""),
        ["POST /v1/passages:tag"] = c => PostAsync(c, "/v1/passages:tag", """{"passages":[{}]}"""),
        ["POST /v1/languages:detect"] = c => PostAsync(c, "/v1/languages:detect", """{"texts":[{}]}"""),
        ["GET /v1/model"] = async c => await CheckAsync(await c.Rest.GetAsync("/v1/model", Cancel)),
    };

    private static readonly Dictionary<string, Func<TestCaller, Task>> Operating = new()
    {
        ["ModelAdmin.Reload"] = c =>
            new ModelAdmin.ModelAdminClient(c.Channel).ReloadAsync(new(), c.Headers).ResponseAsync,
    };

    private static readonly Dictionary<string, Func<TestCaller, Task>> Closed = new()
    {
        ["reflection"] = ReflectAsync,
        ["GET /metrics"] = async c => await CheckAsync(await c.Rest.GetAsync("/metrics", Cancel)),
    };

    private static readonly Dictionary<string, Func<TestCaller, Task>> Open = new()
    {
        ["health"] = c => new HealthClient(c.Channel).CheckAsync(new(), c.Headers).ResponseAsync,
        ["health as it changes"] = WatchAsync,
        ["GET /healthz"] = async c => await CheckAsync(await c.Rest.GetAsync("/healthz", Cancel)),
    };

    public static TheoryData<string, string, string> Table =>
    [
        .. Tagging.Keys.SelectMany(e => Callers.Select(c => (e, c.Caller, c.Tag))),
        .. Operating.Keys.SelectMany(e => Callers.Select(c => (e, c.Caller, c.Admin))),
        .. Closed.Keys.SelectMany(e => Callers.Select(c => (e, c.Caller, c.Known))),
        .. Open.Keys.SelectMany(e => Callers.Select(c => (e, c.Caller, Fine))),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Endpoints_answer_callers(string endpoint, string caller, string expected)
    {
        var call = Tagging.Concat(Operating).Concat(Closed).Concat(Open).Single(c => c.Key == endpoint).Value;
        Assert.Equal(expected, await OutcomeAsync(() => call(service.Caller(caller))));
    }

    [Fact]
    public async Task What_is_closed_can_be_opened_and_what_is_open_closed()
    {
        await using var other = new GuardedService(
        [
            "--Classifier:Access:HealthOpen=false",
            "--Classifier:Access:ReflectionOpen=true",
            "--Classifier:Access:MetricsOpen=true",
        ]);
        await other.InitializeAsync();
        foreach (var (endpoint, call) in Closed)
        {
            Assert.Equal((endpoint, Fine), (endpoint, await OutcomeAsync(() => call(other.Caller("none")))));
        }

        foreach (var (endpoint, call) in Open)
        {
            Assert.Equal((endpoint, Missing), (endpoint, await OutcomeAsync(() => call(other.Caller("none")))));
            Assert.Equal((endpoint, Fine), (endpoint, await OutcomeAsync(() => call(other.Caller("admin key")))));
        }
    }

    private static async Task<string> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return Fine;
        }
        catch (RpcException e)
        {
            return $"{e.StatusCode} {e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason}";
        }
        catch (RefusedRest e)
        {
            return e.Message;
        }
    }

    private static PassageTagger.PassageTaggerClient Client(TestCaller caller) => new(caller.Channel);

    private static async Task StreamAsync(TestCaller caller)
    {
        using var call = Client(caller).TagPassageStream(caller.Headers);
        try
        {
            await call.RequestStream.WriteAsync(new() { Passage = new() }, Cancel);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or RpcException)
        {
            // The refusal may come before the first message has gone out.
        }

        Assert.True(await call.ResponseStream.MoveNext(Cancel));
    }

    private static async Task WatchAsync(TestCaller caller)
    {
        using var call = new HealthClient(caller.Channel).Watch(new(), caller.Headers);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
    }

    private static async Task ReflectAsync(TestCaller caller)
    {
        using var call =
            new ServerReflection.ServerReflectionClient(caller.Channel).ServerReflectionInfo(caller.Headers);
        try
        {
            await call.RequestStream.WriteAsync(new() { ListServices = "" }, Cancel);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or RpcException)
        {
            // The refusal may come before the first message has gone out.
        }

        Assert.True(await call.ResponseStream.MoveNext(Cancel));
    }

    private static async Task PostAsync(TestCaller caller, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        await CheckAsync(await caller.Rest.PostAsync(path, body, Cancel));
    }

    private static async Task CheckAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
            throw new RefusedRest($"{(StatusCode)(int)error["code"]!} {error["details"]![0]!["reason"]}");
        }
    }

    private sealed class RefusedRest(string outcome) : Exception(outcome);
}
