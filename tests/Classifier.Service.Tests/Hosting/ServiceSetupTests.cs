using System.Net;
using Grpc.Reflection.V1;

namespace Classifier.Service.Tests.Hosting;

public sealed class ServiceSetupTests(RunningService service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reflection_lists_the_service()
    {
        var client = new ServerReflection.ServerReflectionClient(service.Channel);
        using var call = client.ServerReflectionInfo(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new() { ListServices = "" }, Cancel);
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        var names = call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name);
        Assert.Contains("classifier.v1.PassageTagger", names);
        Assert.Contains("grpc.health.v1.Health", names);
    }

    [Fact]
    public async Task The_grpc_port_speaks_http2_only()
    {
        using var client = new HttpClient { BaseAddress = new($"http://{service.Channel.Target}") };
        using var response = await client.GetAsync("/healthz", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_rest_port_speaks_http1_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => service.Rest.SendAsync(request, Cancel));
    }

    [Fact]
    public async Task Limits_can_be_set()
    {
        await using var small = new RunningService(
            null,
            "--Classifier:MaxDocumentLength=20",
            "--Classifier:MaxPassageLength=10",
            "--Classifier:MaxBatchSize=2",
            "--Classifier:MaxMessageBytes=2000");
        await small.InitializeAsync();
        var limits = (await small.Client.GetModelAsync(new(), cancellationToken: Cancel)).Limits;
        Assert.Equal(
            (20, 10, 2, 2000),
            (limits.MaxDocumentLength, limits.MaxPassageLength, limits.MaxBatchSize, limits.MaxMessageBytes));
        await Refusal.AssertAsync(
            "TEXT_TOO_LONG", "text", "has 21 UTF-16 units; at most 20 are allowed", () => TagAsync(small, 21));
    }

    private static Task TagAsync(RunningService service, int length) => service.Client.TagDocumentAsync(
        new() { Text = new string('a', length) }, cancellationToken: Cancel).ResponseAsync;
}
