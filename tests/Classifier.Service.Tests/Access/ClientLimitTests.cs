using System.Net;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace Classifier.Service.Tests.Access;

public sealed class ClientLimitTests(RunningService ready) : IDisposable
{
    private readonly AccessFiles _files = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_over_its_limit_is_refused_at_once_with_the_time_to_wait_and_others_are_not()
    {
        var (busy, quiet) = (Key("busy"), Key("quiet"));
        await using var service = new RunningService(
            null,
            $"--Classifier:Access:ApiKeyFile={_files.Keys}",
            "--Classifier:Access:CallsPerMinute=1",
            "--Classifier:Access:BurstCalls=2");
        await service.InitializeAsync();
        for (var i = 0; i < 2; i++)
        {
            await service.Client.GetModelAsync(new(), busy, cancellationToken: Cancel);
        }

        var error = await Assert.ThrowsAsync<RpcException>(
            () => service.Client.GetModelAsync(new(), busy, cancellationToken: Cancel).ResponseAsync);
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        var status = error.GetRpcStatus()!;
        Assert.Equal("CLIENT_LIMIT", status.GetDetail<ErrorInfo>()!.Reason);
        Assert.InRange(status.GetDetail<RetryInfo>()!.RetryDelay.Seconds, 1, 60);

        using var rest = new HttpRequestMessage(HttpMethod.Get, "/v1/model");
        rest.Headers.Add("x-api-key", busy.GetValue("x-api-key"));
        using var answer = await service.Rest.SendAsync(rest, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter!.Delta);

        await service.Client.GetModelAsync(new(), quiet, cancellationToken: Cancel);
        for (var i = 0; i < 5; i++)
        {
            await new HealthClient(service.Channel).CheckAsync(new(), busy, cancellationToken: Cancel);
        }
    }

    [Fact]
    public async Task Where_all_may_call_addresses_have_their_limits()
    {
        await using var service = RunningService.WithoutModels(
            "--Classifier:Access:CallsPerMinute=1", "--Classifier:Access:BurstCalls=1");
        await service.StartAsync();
        var first = await ReasonAsync();
        Assert.Equal(("MODEL_LOADING", "CLIENT_LIMIT"), (first, await ReasonAsync()));

        async Task<string?> ReasonAsync()
        {
            var error = await Assert.ThrowsAsync<RpcException>(
                () => service.Client.GetModelAsync(new(), cancellationToken: Cancel).ResponseAsync);
            return error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
        }
    }

    [Fact]
    public async Task Messages_of_a_stream_count_each_and_the_stream_goes_on_without_those_that_are_over()
    {
        await using var service = RunningService.WithoutModels(
            "--Classifier:Access:CallsPerMinute=1", "--Classifier:Access:BurstCalls=3");
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        using var call = service.Client.TagPassageStream(cancellationToken: Cancel);
        var results = new List<PassageResult>();
        foreach (var id in Enumerable.Range(0, 4))
        {
            await call.RequestStream.WriteAsync(
                new() { Passage = new() { Id = $"{id}", Text = Samples.Dutch } }, Cancel);
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
            results.Add(call.ResponseStream.Current.Result);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(["0", "1", "2", "3"], results.Select(r => r.Id));
        Assert.Equal([null, null, "RESOURCE_EXHAUSTED", "RESOURCE_EXHAUSTED"], results.Select(r => r.Error?.Code));
        Assert.StartsWith(
            "This client has made more than the 1 calls a minute", results[3].Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_one_call()
    {
        await using var service = RunningService.WithoutModels(
            "--Classifier:Access:CallsPerMinute=1", "--Classifier:Access:BurstCalls=1");
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        var batch = new TagPassagesRequest
        {
            Passages = { Enumerable.Repeat(new Passage { Text = Samples.Dutch }, 20) },
        };
        var answer = await service.Client.TagPassagesAsync(batch, cancellationToken: Cancel);
        Assert.All(answer.Results, r => Assert.Null(r.Error));
        await Assert.ThrowsAsync<RpcException>(
            () => service.Client.TagPassagesAsync(batch, cancellationToken: Cancel).ResponseAsync);
    }

    public void Dispose() => _files.Dispose();

    private Metadata Key(string name) => new() { { "x-api-key", _files.AddKey(name, "tag") } };
}
