using Google.Rpc;
using Grpc.Core;

namespace Classifier.Client.Tests;

public sealed class CallPolicyTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_that_is_away_or_busy_for_a_moment_is_not_noticed()
    {
        using var stub = new StubService(StatusCode.Unavailable, StatusCode.ResourceExhausted, StatusCode.OK);
        using var client = stub.Client();
        await client.GetModelAsync(Cancel);
        Assert.Equal(3, stub.Calls);
    }

    [Fact]
    public async Task Batches_of_megabytes_are_sent_again_too()
    {
        using var stub = new StubService(StatusCode.Unavailable, StatusCode.OK);
        using var client = stub.Client();
        await client.TagDocumentAsync(new() { Text = new string('a', 5_000_000) }, Cancel);
        Assert.Equal(2, stub.Calls);
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.Internal)]
    public async Task What_would_only_be_refused_again_is_not_sent_again(StatusCode status)
    {
        using var stub = new StubService(status);
        using var client = stub.Client();
        var error = await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal((status, 1), (error.StatusCode, stub.Calls));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Attempts_are_counted(int attempts)
    {
        using var stub = new StubService(StatusCode.Unavailable);
        using var client = stub.Client(o => o with { Attempts = attempts });
        await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal(attempts, stub.Calls);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_asked_less_and_less()
    {
        using var stub = new StubService(StatusCode.Unavailable);
        using var client = stub.Client(o => o with { Attempts = 2 });
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        }

        Assert.InRange(stub.Calls, 20, 30);
    }

    [Fact]
    public async Task Hedged_calls_are_sent_again_after_a_pause_as_others_are()
    {
        using var stub = new StubService(StatusCode.Unavailable, StatusCode.ResourceExhausted, StatusCode.OK);
        using var client = stub.Client(o => o with { HedgingDelay = Long });
        await client.GetModelAsync(Cancel);
        Assert.Equal(3, stub.Calls);
        Assert.Contains("grpc-previous-rpc-attempts: 2", stub.Headers);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task One_attempt_is_kept_for_hedging(int attempts)
    {
        using var stub = new StubService(StatusCode.Unavailable);
        using var client = stub.Client(o => o with { Attempts = attempts, HedgingDelay = Long });
        await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal(attempts - 1, stub.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_wants_no_call_again_gets_none(bool hedged)
    {
        using var stub = new StubService(StatusCode.ResourceExhausted) { Pushback = "-1" };
        using var client = stub.Client(o => o with { HedgingDelay = hedged ? Long : null });
        await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal(1, stub.Calls);
    }

    /// <summary>The client's own pauses together are not as long.</summary>
    [Fact]
    public async Task A_call_over_a_limit_comes_again_when_the_service_says()
    {
        await using var service = new ServiceProcess(
            "--Classifier:Access:CallsPerMinute=60", "--Classifier:Access:BurstCalls=1");
        await service.InitializeAsync();
        using var client = new ClassifierClient(new() { Address = service.Address, Attempts = 3 });
        await client.GetModelAsync(Cancel);
        Assert.NotEmpty((await client.GetModelAsync(Cancel)).ModelVersion);
    }

    [Fact]
    public async Task A_limit_that_lasts_is_told_at_once()
    {
        await using var service = new ServiceProcess(
            "--Classifier:Access:CallsPerMinute=1", "--Classifier:Access:BurstCalls=1");
        await service.InitializeAsync();
        using var client = new ClassifierClient(new() { Address = service.Address });
        await client.GetModelAsync(Cancel);
        var error = await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal("CLIENT_LIMIT", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("-1", error.Trailers.GetValue("grpc-retry-pushback-ms"));
    }

    [Fact]
    public async Task Every_call_has_a_deadline_that_the_service_hears_of()
    {
        using var stub = new StubService([null]);
        using var client = stub.Client(o => o with { Timeout = TimeSpan.FromMilliseconds(200) });
        var error = await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        Assert.Contains(stub.Headers, h => h.StartsWith("grpc-timeout: ", StringComparison.Ordinal));
    }
}
