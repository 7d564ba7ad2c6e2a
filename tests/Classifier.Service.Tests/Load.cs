using System.Collections.Concurrent;
using System.Diagnostics;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tests;

/// <summary>Clients that call without a pause until they are stopped or find nobody who listens.</summary>
internal sealed class Load : IDisposable
{
    private readonly PassageTagger.PassageTaggerClient _client;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public Load(PassageTagger.PassageTaggerClient client, int clients)
    {
        _client = client;
        _running = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(CallAsync)));
    }

    /// <summary>Each call with the time when it began, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public ConcurrentQueue<(long Began, StatusCode Code)> Outcomes { get; } = [];

    public async Task WaitForAnswersAsync(int count)
    {
        while (Outcomes.Count < count)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets the calls at hand end.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Waits until no client is answered any more.</summary>
    public Task WaitForEndAsync() => _running.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public void Dispose() => _stop.Dispose();

    /// <summary>Small models have a language for every text, if not the right one.</summary>
    private static bool IsWhole(PassageResult result) => result.Error is null && result.Language.Tag.Length > 0;

    private async Task CallAsync()
    {
        var request = new TagPassagesRequest { Passages = { new Passage { Text = Samples.Dutch } } };
        var code = StatusCode.OK;
        while (!_stop.IsCancellationRequested && code is StatusCode.OK or StatusCode.ResourceExhausted)
        {
            var began = Stopwatch.GetTimestamp();
            code = await CallAsync(request);
            Outcomes.Enqueue((began, code));
        }
    }

    private async Task<StatusCode> CallAsync(TagPassagesRequest request)
    {
        try
        {
            var response = await _client.TagPassagesAsync(request);
            return IsWhole(response.Results.Single()) ? StatusCode.OK : StatusCode.Unknown;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
