using Grpc.Core;

namespace Classifier.Client.Tests;

public sealed class ClassifierClientOptionsTests
{
    private static readonly ClassifierClientOptions Sound = new() { Address = new("https://classifier.example:5080") };

    public static TheoryData<string, ClassifierClientOptions> Bad => new()
    {
        { "Address is ftp://x/; allowed is an http or https address", Sound with { Address = new("ftp://x") } },
        {
            "Address is http://x/; allowed is https or loopback",
            Sound with { Address = new("http://x"), ApiKey = "k" }
        },
        { "Timeout is 00:00:00; allowed is more than zero", Sound with { Timeout = TimeSpan.Zero } },
        {
            "Timeout is 2.00:00:00; allowed is more than zero, 1.00:00:00",
            Sound with { Timeout = TimeSpan.FromDays(2) }
        },
        {
            "Address is https://x/v1; allowed is an address without a path",
            Sound with { Address = new("https://x/v1") }
        },
        { "ApiKey is set to what no header holds; allowed is ASCII", Sound with { ApiKey = "secret\n" } },
        {
            "HedgingDelay is 60.00:00:00; allowed is zero or more, 1.00:00:00 at most",
            Sound with { HedgingDelay = TimeSpan.FromDays(60) }
        },
        { "Attempts is 6; allowed is 1 to 5", Sound with { Attempts = 6 } },
        {
            "HedgingDelay is -00:00:01; allowed is zero or more",
            Sound with { HedgingDelay = TimeSpan.FromSeconds(-1) }
        },
        {
            "Attempts is 1; allowed is 2 to 5 with HedgingDelay",
            Sound with { Attempts = 1, HedgingDelay = TimeSpan.Zero }
        },
        {
            "Configure is set; allowed is null with Handler",
            Sound with { Configure = _ => { }, Handler = new SocketsHttpHandler() }
        },
        { "MaxAnswerBytes is 0; allowed is more than zero", Sound with { MaxAnswerBytes = 0 } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Values_out_of_range_are_named(string message, ClassifierClientOptions options) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentException>(() => new ClassifierClient(options)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Keys_go_in_clear_text_to_this_machine_or_where_it_is_asked_for()
    {
        (Sound with { ApiKey = "k" }).Check();
        (Sound with { ApiKey = "k", Address = new("http://127.0.0.1:5080") }).Check();
        (Sound with { ApiKey = "k", Address = new("http://x"), AllowClearText = true }).Check();
    }

    [Fact]
    public async Task Keys_and_tokens_are_sent_and_tokens_asked_for_anew()
    {
        using var stub = new StubService(StatusCode.OK);
        var tokens = 0;
        using var client = stub.Client(o => o with { ApiKey = "k", Token = _ => new($"t{++tokens}") });
        await client.GetModelAsync(TestContext.Current.CancellationToken);
        await client.GetModelAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, stub.Headers.Count(h => h == "x-api-key: k"));
        Assert.Contains("Authorization: Bearer t1", stub.Headers, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Authorization: Bearer t2", stub.Headers, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_that_does_not_come_in_time_ends_the_call_at_its_deadline()
    {
        using var stub = new StubService(StatusCode.OK);
        var never = new TaskCompletionSource<string>();
        using var client = stub.Client(
            o => o with { Timeout = TimeSpan.FromMilliseconds(50), Token = _ => new(never.Task) });
        var cancel = TestContext.Current.CancellationToken;
        var error = await Assert.ThrowsAsync<RpcException>(
            () => client.GetModelAsync(cancel).WaitAsync(TimeSpan.FromMinutes(1), cancel));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
        var stream = client.TagStreamAsync(AsyncEnumerable.Empty<V1.Passage>(), cancel: cancel);
        error = await Assert.ThrowsAsync<RpcException>(
            () => stream.CountAsync(cancel).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancel));
        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_its_token_is_fetched_is_cancelled_as_others_are()
    {
        using var stub = new StubService(StatusCode.OK);
        using var cancel = new CancellationTokenSource();
        using var client = stub.Client(o => o with { Token = _ => new(new TaskCompletionSource<string>().Task) });
        var call = client.GetModelAsync(cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc\n")]
    public async Task No_call_goes_out_with_a_token_that_no_header_holds(string token)
    {
        using var stub = new StubService(StatusCode.OK);
        using var client = stub.Client(o => o with { Token = _ => new(token) });
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.GetModelAsync(TestContext.Current.CancellationToken));
        Assert.Empty(stub.Headers);
    }
}
