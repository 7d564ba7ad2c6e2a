using Classifier.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Classifier.Service.Tests.Tagging;

/// <summary>Bytes that no well-behaved client sends.</summary>
public sealed class BrokenTextTests(RunningService service)
{
    /// <summary>How protobuf starts field 1 of a message where it is a string.</summary>
    private const byte TextField = 0x0A;

    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly Method<byte[], byte[]> TagDocument = new(
        MethodType.Unary, PassageTagger.Descriptor.FullName, "TagDocument", Raw, Raw);

    private static readonly Method<byte[], TagPassageStreamResponse> TagPassageStream = new(
        MethodType.DuplexStreaming, PassageTagger.Descriptor.FullName, "TagPassageStream", Raw,
        Marshallers.Create<TagPassageStreamResponse>(_ => [], TagPassageStreamResponse.Parser.ParseFrom));

    private static readonly Method<byte[], byte[]> Reload = new(
        MethodType.Unary, ModelAdmin.Descriptor.FullName, "Reload", Raw, Raw);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Bytes that are no UTF-8, a surrogate in UTF-8, a field longer than its message.</summary>
    public static TheoryData<byte[]> Broken { get; } = new(
        [TextField, 3, 0x61, 0xFF, 0x62], [TextField, 4, 0x61, 0xED, 0xA0, 0x80], [TextField, 9, 0x61]);

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_message_that_can_not_be_read_ends_its_call_and_nothing_else(byte[] message)
    {
        await Refusal.AssertAsync(
            "MESSAGE_MALFORMED", "request", "must be UTF-8", () => CallAsync(TagDocument, message));
        Assert.NotEmpty(await CallAsync(TagDocument, [TextField, 1, (byte)'a']));
    }

    [Fact]
    public Task One_to_operators_is_refused_alike() => Refusal.AssertAsync(
        "MESSAGE_MALFORMED", "request", "must be UTF-8", () => CallAsync(Reload, [0xFF, 0xFF]));

    [Fact]
    public async Task Whatever_is_called_with_one_refuses_and_counts_it()
    {
        await using var other = RunningService.WithoutModels();
        await other.StartAsync();
        using var meters = new ServiceMeters(other.Services);
        var unary = PassageTagger.Descriptor.Methods.Concat(ModelAdmin.Descriptor.Methods)
            .Where(m => !m.IsClientStreaming).ToList();
        foreach (var method in unary)
        {
            await Refusal.AssertAsync("MESSAGE_MALFORMED", "request", "must be UTF-8", () => CallAsync(
                other, new(MethodType.Unary, method.Service.FullName, method.Name, Raw, Raw), [0xFF, 0xFF]));
        }

        Assert.Equal(5, unary.Count);
        Assert.Equal(unary.Count, meters.Sum("classifier.refusals", "MESSAGE_MALFORMED call"));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_message_that_can_not_be_read_does_not_end_its_stream(byte[] message)
    {
        using var call = service.Channel.CreateCallInvoker()
            .AsyncDuplexStreamingCall(TagPassageStream, null, new(cancellationToken: Cancel));
        await call.RequestStream.WriteAsync(message, Cancel);
        var item = new TagPassageStreamRequest { Passage = new() { Id = "next", Text = Samples.Dutch } };
        await call.RequestStream.WriteAsync(item.ToByteArray(), Cancel);
        await call.RequestStream.CompleteAsync();
        var results = await call.ResponseStream.ReadAllAsync(Cancel).Select(r => r.Result).ToListAsync(Cancel);
        Assert.Equal(["INVALID_ARGUMENT", null], results.Select(r => r.Error?.Code));
        Assert.Equal(("next", "nl"), (results[1].Id, results[1].Language.Tag));
    }

    private Task<byte[]> CallAsync(Method<byte[], byte[]> method, byte[] message) =>
        CallAsync(service, method, message);

    private static Task<byte[]> CallAsync(RunningService called, Method<byte[], byte[]> method, byte[] message) =>
        called.Channel.CreateCallInvoker()
            .AsyncUnaryCall(method, null, new(cancellationToken: Cancel), message).ResponseAsync;
}
