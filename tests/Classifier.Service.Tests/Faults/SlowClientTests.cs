using System.Buffers.Binary;
using Classifier.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Classifier.Service.Tests.Faults;

/// <summary>Clients that never take their answers, or do so drop by drop, or never end what they ask.</summary>
[Collection(FaultTests.Name)]
public sealed class SlowClientTests(FaultTarget target) : IDisposable
{
    /// <summary>More of them than calls are answered at a time.</summary>
    private const int Clients = 20;

    /// <summary>What the answers that are not taken may add to the memory of the process.</summary>
    private const long Bound = 200L * 1024 * 1024;

    private readonly List<RawHttp2> _clients = [];
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task Streams_that_are_never_read_stop_being_answered()
    {
        var before = target.Process.Memory;
        var item = new TagPassageStreamRequest
        {
            Passage = new() { Text = Samples.Dutch },
            Options = new() { WithEvidence = true },
        };
        await BeginAsync("TagPassageStream");
        foreach (var client in _clients)
        {
            await SendUntilDroppedAsync(client, item.ToByteArray());
        }

        await AssertAnsweredAsync();
        await AssertBoundedAsync(before);
    }

    [Fact]
    public async Task Questions_that_come_drop_by_drop_keep_nobody_waiting()
    {
        var before = target.Process.Memory;
        await BeginAsync("TagDocument");
        foreach (var client in _clients)
        {
            await client.SendAsync(FrameType.Data, 0, 1, [0, .. Number(1_000_000)]);
        }

        var trickle = TrickleAsync(c => c.SendAsync(FrameType.Data, 0, 1, new byte[500]));
        await Until.TrueAsync(async () => await target.Process.ReadAsync("classifier_calls_open") >= Clients);
        await AssertAnsweredAsync();
        await _stop.CancelAsync();
        await trickle;
        await AssertBoundedAsync(before);
    }

    /// <summary>Kestrel's least rate is that of a connection, so few of them can keep very many calls open.</summary>
    [Fact]
    public async Task Questions_that_fill_all_places_are_broken_off_for_others()
    {
        await FillAsync();
        var trickle = TrickleAsync(c => c.SendAsync(FrameType.Data, 0, 1, new byte[500]));
        await Until.TrueAsync(async () =>
        {
            await TryAnswerAsync();
            return await target.Process.ReadAsync("classifier_refusals_total", "CALLER_SLOW") > Clients;
        });
        await AssertAnsweredAsync();
        await _stop.CancelAsync();
        await trickle;
    }

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _stop.Dispose();
    }

    private async Task BeginAsync(string method)
    {
        for (var i = 0; i < Clients; i++)
        {
            _clients.Add(await RawHttp2.OpenAsync(target.Process.GrpcPort));
            await _clients[^1].BeginAsync(1, method);
        }
    }

    /// <summary>As many calls as there are places on any machine that the tests run on, over few connections.</summary>
    private async Task FillAsync()
    {
        const int perConnection = 90;
        for (var places = 128 + (2 * Environment.ProcessorCount); places > 0; places -= perConnection)
        {
            _clients.Add(await RawHttp2.OpenAsync(target.Process.GrpcPort));
            for (var call = 0; call < perConnection; call++)
            {
                await _clients[^1].BeginAsync(1 + (2 * call), "TagDocument");
                await _clients[^1].SendAsync(FrameType.Data, 0, 1 + (2 * call), [0, .. Number(1_000_000)]);
            }
        }
    }

    private async Task TryAnswerAsync()
    {
        try
        {
            await AssertAnsweredAsync();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.ResourceExhausted)
        {
        }
    }

    /// <summary>A server that has lost patience with a client before it has sent all does well too.</summary>
    private static async Task SendUntilDroppedAsync(RawHttp2 client, byte[] message)
    {
        try
        {
            for (var n = 0; n < 2_000; n++)
            {
                await client.MessageAsync(1, message);
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Whatever comes is a sign of life, so that no ping need be answered.</summary>
    private async Task TrickleAsync(Func<RawHttp2, Task> drop)
    {
        while (!_stop.IsCancellationRequested)
        {
            foreach (var client in _clients)
            {
                await drop(client);
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private async Task AssertAnsweredAsync()
    {
        var request = new TagPassagesRequest { Passages = { new Passage { Text = Samples.Dutch } } };
        var answer = await target.Process.Client.TagPassagesAsync(
            request, deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("nl", answer.Results.Single().Language.Tag);
    }

    private async Task AssertBoundedAsync(long before)
    {
        Assert.InRange(target.Process.Memory, 0, before + Bound);
        _clients.ForEach(c => c.Vanish());
        await target.Process.AssertWellAsync();
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
