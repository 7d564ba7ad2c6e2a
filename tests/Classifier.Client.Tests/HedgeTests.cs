using Classifier.V1;
using Grpc.Core;

namespace Classifier.Client.Tests;

public sealed class HedgeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_without_an_answer_is_sent_once_more_and_the_answer_that_comes_is_taken()
    {
        using var stub = new StubService(null, StatusCode.OK);
        using var client = Client(stub, 4);
        await client.DetectLanguageAsync(new() { Texts = { new TextItem { Text = "x" } } }, Cancel);
        Assert.Equal(2, stub.Calls);
        Assert.Equal(2, stub.Headers.Count(h => h == "x-api-key: k"));
    }

    [Fact]
    public async Task The_first_is_taken_where_the_second_is_refused()
    {
        using var stub = new StubService(null, StatusCode.ResourceExhausted);
        using var client = Client(stub, 2);
        var call = client.GetModelAsync(Cancel);
        while (stub.Calls < 2)
        {
            await Task.Delay(1, Cancel);
        }

        stub.Answer();
        await call;
    }

    [Fact]
    public async Task The_second_is_taken_where_it_is_refused_for_good()
    {
        using var stub = new StubService(null, StatusCode.InvalidArgument);
        using var client = Client(stub, 4);
        var error = await Assert.ThrowsAsync<RpcException>(() => client.GetModelAsync(Cancel));
        Assert.Equal((StatusCode.InvalidArgument, 2), (error.StatusCode, stub.Calls));
    }

    [Fact]
    public async Task What_is_sent_again_after_a_refusal_is_not_doubled()
    {
        using var stub = new StubService(StatusCode.Unavailable, null);
        using var client = Client(stub, 4);
        using var source = new CancellationTokenSource();
        var call = client.GetModelAsync(source.Token);
        while (stub.Calls < 2)
        {
            await Task.Delay(1, Cancel);
        }

        await Task.Delay(100, Cancel);
        await source.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
        Assert.Equal(2, stub.Calls);
    }

    private static ClassifierClient Client(StubService stub, int attempts) => stub.Client(
        o => o with { ApiKey = "k", Attempts = attempts, HedgingDelay = TimeSpan.FromMilliseconds(20) });
}
