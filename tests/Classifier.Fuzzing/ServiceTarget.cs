using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Classifier.Fuzzing;

/// <summary>The service with all that stands before it but the network, called with damaged bodies.</summary>
internal abstract class ServiceTarget(PassageClassifier classifier) : IFuzzTarget
{
    private readonly Service _service = new(classifier);

    public abstract string Name { get; }

    public abstract IReadOnlyList<byte[]> Seeds { get; }

    public async Task TryAsync(byte[] input)
    {
        await TryAsync(await _service.ClientAsync(), input);
        _service.CheckLog();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    protected abstract Task TryAsync(HttpClient client, byte[] input);

    /// <summary>Any method may get any body.</summary>
    protected static T Pick<T>(IReadOnlyList<T> choices, byte[] input) =>
        choices[(input.Length + input.Sum(b => b)) % choices.Count];

    private sealed class Service : IAsyncDisposable
    {
        private readonly LogTrap _log = new();
        private readonly WebApplication _app;
        private HttpClient? _client;

        public Service(PassageClassifier classifier)
        {
            var builder =
                WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.WebHost.UseTestServer();
            builder.AddClassifier();
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(BundleLoader)));
            builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Debug)
                .AddFilter((_, level) => level >= LogLevel.Debug);
            _app = builder.Build();
            _app.MapClassifier();
            _app.Services.GetRequiredService<ModelHolder>().Serve(classifier);
        }

        public async Task<HttpClient> ClientAsync()
        {
            if (_client is null)
            {
                await _app.StartAsync();
                _client = _app.GetTestClient();
            }

            return _client;
        }

        public void CheckLog() => _log.Check();

        public async ValueTask DisposeAsync()
        {
            _client?.Dispose();
            await _app.DisposeAsync();
            _log.Dispose();
        }
    }
}

/// <summary>Messages of gRPC.</summary>
/// <param name="classifier">Answers.</param>
/// <param name="zipped">Whether they are sent, and damaged, as a zip.</param>
internal sealed class ProtoTarget(PassageClassifier classifier, bool zipped) : ServiceTarget(classifier)
{
    private const string Encoding = "gzip";

    private static readonly IReadOnlyList<string> Methods =
        [.. FuzzSeeds.Requests.Select(r => r.Method).Distinct(), "TagPassageStream"];

    /// <summary>INTERNAL and UNKNOWN: nobody foresaw it.</summary>
    private static readonly string[] Unforeseen = ["13", "2"];

    public override string Name => zipped ? "zipped" : "proto";

    public override IReadOnlyList<byte[]> Seeds { get; } =
        [.. FuzzSeeds.Requests.Select(r => r.Request.ToByteArray()).Select(b => zipped ? Zip(b) : b)];

    protected override async Task TryAsync(HttpClient client, byte[] input)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"/classifier.v1.PassageTagger/{Pick(Methods, input)}")
            {
                Version = new(2, 0),
                Content = new ByteArrayContent([(byte)(zipped ? 1 : 0), .. BigEndian(input.Length), .. input]),
            };
        request.Headers.Add("grpc-encoding", zipped ? Encoding : "identity");
        request.Content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        var headers = response.TrailingHeaders.Concat(response.Headers).Where(h => h.Key == "grpc-status");
        var status = headers.SelectMany(h => h.Value).FirstOrDefault();
        if (status is null || Unforeseen.Contains(status))
        {
            throw new FindingException($"The status is {status ?? "missing"} over HTTP {(int)response.StatusCode}.");
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

    private static byte[] BigEndian(int value) =>
        [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}

/// <summary>JSON of REST.</summary>
internal sealed class JsonTarget(PassageClassifier classifier) : ServiceTarget(classifier)
{
    private const int ServerFailed = 500;

    private static readonly IReadOnlyList<string> Paths = [.. FuzzSeeds.Requests.Select(r => r.Path).Distinct()];

    public override string Name => "json";

    public override IReadOnlyList<byte[]> Seeds { get; } =
        [.. FuzzSeeds.Requests.Select(
            r => System.Text.Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(r.Request)))];

    protected override async Task TryAsync(HttpClient client, byte[] input)
    {
        using var content = new ByteArrayContent(input);
        content.Headers.ContentType = new("application/json");
        using var response = await client.PostAsync(Pick(Paths, input), content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode >= ServerFailed)
        {
            throw new FindingException($"HTTP {(int)response.StatusCode}.");
        }

        using var _ = JsonDocument.Parse(answer);
        if (!response.IsSuccessStatusCode)
        {
            Check(System.Text.Encoding.UTF8.GetString(answer));
        }
    }

    /// <summary>A refusal has its reason and quotes nothing.</summary>
    private static void Check(string refusal)
    {
        if (!refusal.Contains("google.rpc.ErrorInfo", StringComparison.Ordinal)
            || refusal.Contains(FuzzSeeds.Canary, StringComparison.Ordinal))
        {
            throw new FindingException($"A caller is told: {refusal}");
        }
    }
}
