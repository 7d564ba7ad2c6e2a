using Classifier.V1;
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

    [Theory]
    [InlineData(new byte[] { 0x61, 0xFF, 0x62 })]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 })]
    public async Task Text_that_is_no_utf8_ends_its_call_and_nothing_else(byte[] text)
    {
        byte[] message = [TextField, (byte)text.Length, .. text];
        await Assert.ThrowsAsync<RpcException>(() => CallAsync(message));
        Assert.NotEmpty(await CallAsync([TextField, 1, (byte)'a']));
    }

    private Task<byte[]> CallAsync(byte[] message) => service.Channel.CreateCallInvoker()
        .AsyncUnaryCall(TagDocument, null, new(cancellationToken: TestContext.Current.CancellationToken), message)
        .ResponseAsync;
}
