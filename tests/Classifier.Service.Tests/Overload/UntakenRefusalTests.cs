using System.Net;
using System.Net.Sockets;
using Classifier.Service.Overload;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Overload;

/// <summary>A client that asks on and on and takes no answer, of a service that is busy.</summary>
public sealed class UntakenRefusalTests(RunningService ready) : IAsyncLifetime
{
    private const string Body = """{"text":"x"}""";

    private static readonly byte[] Question = [.. Enumerable.Repeat(
        $"POST /v1/documents:tag HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {Body.Length}\r\n\r\n{Body}",
        100).SelectMany(q => q.Select(c => (byte)c))];

    private readonly RunningService _service = RunningService.WithoutModels(
        "--Classifier:MaxConcurrentCalls=1", "--Classifier:MaxQueuedCalls=0");

    private readonly Socket _client = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
    private readonly CancellationTokenSource _stop = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
        await _client.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _service.Rest.BaseAddress!.Port), Cancel);
    }

    [Fact]
    public async Task It_is_broken_off_for_others()
    {
        using var meters = new ServiceMeters(_service.Services);
        using var turn = await _service.Services.GetRequiredService<WorkLimit>().EnterAsync(Cancel);
        var asking = AskOnAsync();
        await Until.TrueAsync(async () =>
        {
            using var body = new StringContent(Body, null, "application/json");
            using var refused = await _service.Rest.PostAsync("/v1/documents:tag", body, Cancel);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            return meters.Sum("classifier.refusals", "CALLER_SLOW") > 0;
        });
        await _stop.CancelAsync();
        await asking;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _stop.Dispose();
        await _service.DisposeAsync();
    }

    private async Task AskOnAsync()
    {
        try
        {
            while (true)
            {
                await _client.SendAsync(Question, _stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Broken off, or no longer needed.
        }
    }
}
