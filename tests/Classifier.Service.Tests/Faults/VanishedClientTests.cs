using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Service.Tests.Faults;

/// <summary>Clients whose connection is reset in the middle of a call.</summary>
[Collection(FaultTests.Name)]
public sealed class VanishedClientTests(FaultTarget target)
{
    private const int Clients = 50;

    [Fact]
    public async Task Batches_of_clients_that_vanish_are_given_up()
    {
        var batch = new TagPassagesRequest
        {
            Passages = { Enumerable.Repeat(new Passage { Text = Samples.Document }, 30) },
        };
        for (var i = 0; i < Clients; i++)
        {
            using var client = await RawHttp2.OpenAsync(target.Process.GrpcPort);
            await client.BeginAsync(1, "TagPassages");
            await client.MessageAsync(1, batch.ToByteArray(), RawHttp2.EndStream);
            client.Vanish();
        }

        await target.Process.AssertWellAsync();
    }

    [Fact]
    public async Task Streams_of_clients_that_vanish_end()
    {
        var item = new TagPassageStreamRequest { Passage = new() { Text = Samples.Dutch } };
        for (var i = 0; i < Clients; i++)
        {
            using var client = await RawHttp2.OpenAsync(target.Process.GrpcPort);
            await client.BeginAsync(1, "TagPassageStream");
            await client.MessageAsync(1, item.ToByteArray());
            Assert.NotNull(await client.ReadToAsync(FrameType.Data));
            await client.MessageAsync(1, item.ToByteArray());
            client.Vanish();
        }

        await target.Process.AssertWellAsync();
    }
}
