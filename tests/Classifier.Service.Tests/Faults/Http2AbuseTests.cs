namespace Classifier.Service.Tests.Faults;

/// <summary>What the protocol allows and nobody in good faith does.</summary>
[Collection(FaultTests.Name)]
public sealed class Http2AbuseTests(FaultTarget target)
{
    private const int Many = 5_000;

    /// <summary>https://www.rfc-editor.org/rfc/rfc9113#name-error-codes.</summary>
    private const uint RefusedStream = 7;

    private const uint EnhanceYourCalm = 11;

    [Fact]
    public async Task A_giant_header_ends_its_connection_alone()
    {
        using var client = await RawHttp2.OpenAsync(target.Process.GrpcPort);
        byte[] head = [.. RawHttp2.Head("TagPassages"), .. RawHttp2.Field("x-giant", new('x', 15_000))];
        await client.SendAsync(FrameType.Headers, 0, 1, head);
        for (var i = 0; i < 10; i++)
        {
            await TrySendAsync(
                client, RawHttp2.Bytes(FrameType.Continuation, 0, 1, RawHttp2.Field("x-more", new('x', 15_000))));
        }

        Assert.Null(await client.ReadToAsync(FrameType.Data));
        await target.Process.AssertWellAsync();
    }

    /// <summary>CVE-2023-44487.</summary>
    [Fact]
    public async Task Rapid_resets_are_told_to_calm_down()
    {
        using var client = await RawHttp2.OpenAsync(target.Process.GrpcPort);
        var goodbye = client.ReadToAsync(FrameType.GoAway);
        for (var stream = 1; stream < 2 * Many; stream += 2)
        {
            await TrySendAsync(client,
            [
                .. RawHttp2.Bytes(FrameType.Headers, RawHttp2.EndHeaders, stream, RawHttp2.Head("TagPassages")),
                .. RawHttp2.Bytes(FrameType.Reset, 0, stream, [0, 0, 0, 8]),
            ]);
        }

        // The connection may break before the last word is through; one that idles out ends without an error.
        Assert.Contains((await goodbye)?.Error, new uint?[] { EnhanceYourCalm, null });
        await target.Process.AssertWellAsync();
    }

    [Fact]
    public async Task Idle_streams_are_refused_beyond_the_limit()
    {
        using var client = await RawHttp2.OpenAsync(target.Process.GrpcPort);

        // Read while sending: what the service said is lost once it has hung up on a client that goes on.
        var refusal = client.ReadToAsync(FrameType.Reset);
        for (var stream = 1; stream < 2 * Many; stream += 2)
        {
            await TrySendAsync(client, RawHttp2.Bytes(
                FrameType.Headers, RawHttp2.EndHeaders, stream, RawHttp2.Head("TagPassageStream")));
        }

        // Kestrel breaks the connection where refusals pile up faster than its writer comes to them.
        Assert.Contains((await refusal)?.Error, new uint?[] { RefusedStream, null });
        client.Vanish();
        await target.Process.AssertWellAsync();
    }

    /// <summary>The service may have hung up already.</summary>
    private static async Task TrySendAsync(RawHttp2 client, byte[] bytes)
    {
        try
        {
            await client.SendAsync(bytes);
        }
        catch (IOException)
        {
        }
    }
}
