using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Classifier.Fuzzing;

/// <summary>Messages of gRPC.</summary>
/// <param name="bundle">Folder of the bundle that answers.</param>
/// <param name="zipped">Whether they are sent, and damaged, as a zip.</param>
internal sealed class ProtoTarget(string bundle, bool zipped) : ServiceTarget(bundle)
{
    private const string Encoding = "gzip";

    /// <summary>What stands before a message: whether it is zipped, and its length.</summary>
    private const int FrameHead = 5;

    /// <summary>INTERNAL and UNKNOWN: nobody foresaw it.</summary>
    private static readonly string[] Unforeseen = ["13", "2"];

    public override string Name => zipped ? "zipped" : "proto";

    public override IReadOnlyList<byte[]> Seeds { get; } =
        [.. FuzzMethods.Seeds(FuzzMethods.Grpc, r => zipped ? Zip(r.ToByteArray()) : r.ToByteArray())];

    protected override async Task TryAsync(HttpClient client, byte[] input)
    {
        var (method, body) = Choice.Split(input, FuzzMethods.Grpc);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{method.Service.FullName}/{method.Name}")
        {
            Version = new(2, 0),
            Content = new ByteArrayContent([(byte)(zipped ? 1 : 0), .. BigEndian(body.Length), .. body]),
        };
        request.Headers.Add("grpc-encoding", zipped ? Encoding : "identity");
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var response = await client.SendAsync(request);
        CheckAnswers(method, await response.Content.ReadAsByteArrayAsync());
        CheckEnd(response);
    }

    private static void CheckEnd(HttpResponseMessage response)
    {
        string? Header(string name) => response.TrailingHeaders.Concat(response.Headers)
            .Where(h => h.Key == name).SelectMany(h => h.Value).FirstOrDefault();
        var status = Header("grpc-status");
        if (status is null || Unforeseen.Contains(status))
        {
            throw new FindingException($"The status is {status ?? "missing"} over HTTP {(int)response.StatusCode}.");
        }

        ErrorTexts.Check(Uri.UnescapeDataString(Header("grpc-message") ?? ""));
        ErrorTexts.Check(Convert.FromBase64String(Header("grpc-status-details-bin") ?? ""));
    }

    private static void CheckAnswers(MethodDescriptor method, byte[] frames)
    {
        for (var rest = frames.AsMemory(); rest.Length > 0;)
        {
            var end = FrameHead + BinaryPrimitives.ReadInt32BigEndian(rest.Span[1..]);
            var answer = method.OutputType.Parser.ParseFrom(rest.Span[FrameHead..end]);
            using var json = JsonDocument.Parse(JsonFormatter.Default.Format(answer));
            ErrorTexts.CheckItems(json.RootElement);
            rest = rest[end..];
        }
    }

    private static byte[] Zip(byte[] message)
    {
        using var zip = new MemoryStream();
        using (var into = new GZipStream(zip, CompressionLevel.Fastest))
        {
            into.Write(message);
        }

        return zip.ToArray();
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
