using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Classifier.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Classifier.Client.Tests;

/// <summary>
/// Answers calls from a script, below gRPC; null answers OK once it is told to. The last line of the script goes on.
/// </summary>
internal sealed class StubService(params StatusCode?[] script) : HttpMessageHandler
{
    private const int Header = 5;

    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _calls;

    public int Calls => _calls;

    /// <summary>When calls that are refused shall come again, in ms; null for no word of it.</summary>
    public string? Pushback { get; init; }

    /// <summary>Headers of all calls, as "name: value".</summary>
    public ConcurrentBag<string> Headers { get; } = [];

    public ClassifierClient Client(Func<ClassifierClientOptions, ClassifierClientOptions>? change = null)
    {
        var options = new ClassifierClientOptions { Address = new("http://localhost:1"), Handler = this };
        return new(change?.Invoke(options) ?? options);
    }

    /// <summary>Lets calls be answered that wait for it.</summary>
    public void Answer() => _told.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Interlocked.Increment(ref _calls);
        foreach (var (name, values) in request.Headers)
        {
            Headers.Add($"{name}: {string.Join(',', values)}");
        }

        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var status = script[Math.Min(call, script.Length) - 1];
        if (status is null)
        {
            await _told.Task.WaitAsync(cancellationToken);
        }

        return Answer(request, status ?? StatusCode.OK);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, StatusCode status)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Version = HttpVersion.Version20,
            RequestMessage = request,
            Content = new ByteArrayContent(status == StatusCode.OK ? Framed(new GetModelResponse()) : []),
        };
        response.Content.Headers.ContentType = new("application/grpc");
        if (status == StatusCode.OK)
        {
            response.TrailingHeaders.Add("grpc-status", code);
        }
        else
        {
            response.Headers.Add("grpc-status", code);
            response.Headers.TryAddWithoutValidation("grpc-retry-pushback-ms", Pushback is null ? [] : [Pushback]);
        }

        return response;
    }

    private static byte[] Framed(IMessage message)
    {
        var bytes = new byte[Header + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), message.CalculateSize());
        message.WriteTo(bytes.AsSpan(Header));
        return bytes;
    }
}
