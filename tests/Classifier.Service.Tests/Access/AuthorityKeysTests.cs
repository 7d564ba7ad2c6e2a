using System.Net;
using System.Net.Sockets;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Access;

/// <summary>An issuer whose port takes connections and never answers, beside callers with keys.</summary>
public sealed class AuthorityKeysTests(RunningService ready) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AccessFiles _files = new();
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private StubIssuer _issuer = null!;
    private RunningService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _silent.Start();
        _issuer = new(((IPEndPoint)_silent.LocalEndpoint).Port);
        _service = RunningService.WithoutModels(
            $"--Classifier:Access:JwtAuthority={_issuer.Address}",
            $"--Classifier:Access:JwtAudience={AccessFiles.Audience}",
            $"--Classifier:Access:ApiKeyFile={_files.Keys}");
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
    }

    [Fact]
    public async Task Calls_with_tokens_are_told_to_come_again_and_none_waits_for_the_issuer()
    {
        var token = $"Bearer {_issuer.Token()}";
        var calls = Enumerable.Range(0, 20).Select(_ => AskAsync("authorization", token));
        Assert.All(await Task.WhenAll(calls), error =>
        {
            Assert.Equal(StatusCode.Unavailable, error!.StatusCode);
            Assert.Equal("AUTHORITY_UNAVAILABLE", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
            Assert.Equal(1, error.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds);
        });
    }

    [Fact]
    public async Task Over_rest_the_service_is_unavailable_to_them_and_asks_for_no_other_credential()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/model");
        request.Headers.Add("authorization", $"Bearer {_issuer.Token()}");
        using var answer = await _service.Rest.SendAsync(request, Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Other_credentials_count_and_other_words_in_the_header_are_none()
    {
        Assert.Null(await AskAsync("x-api-key", _files.AddKey("desk", "tag")));
        var error = await AskAsync("authorization", "Basic ZGVzazpkZXNr");
        Assert.Equal("CREDENTIALS_MISSING", error!.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
        _silent.Dispose();
        _files.Dispose();
    }

    /// <returns>Null where it was answered.</returns>
    private async Task<RpcException?> AskAsync(string header, string value)
    {
        try
        {
            await _service.Client.GetModelAsync(
                new(), new() { { header, value } }, DateTime.UtcNow + Patience, Cancel);
            return null;
        }
        catch (RpcException e)
        {
            return e;
        }
    }
}
