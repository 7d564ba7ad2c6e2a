using System.Security.Cryptography;
using Grpc.Core;

namespace Classifier.Service.Tests.Access;

/// <summary>An issuer that publishes its keys.</summary>
public sealed class JwtAuthorityTests(RunningService ready) : IAsyncLifetime
{
    private readonly StubIssuer _issuer = new(RunningProcess.FreePort());
    private RunningService _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = RunningService.WithoutModels(
            $"--Classifier:Access:JwtAuthority={_issuer.Address}",
            $"--Classifier:Access:JwtAudience={AccessFiles.Audience}",
            "--Classifier:Access:ReloadSeconds=1");
        await _service.StartAsync();
        _service.Models.Serve(ready.Models.Current);
    }

    [Fact]
    public async Task Tokens_of_the_issuer_count_and_no_others()
    {
        await StartIssuerAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(StatusCode.Unauthenticated, await AskAsync(_issuer.Token(issuer: "https://issuer.example")));
        Assert.Equal(StatusCode.Unauthenticated, await AskAsync(_issuer.Token(signer: stranger)));
    }

    [Fact]
    public async Task Keys_that_the_issuer_changes_are_fetched()
    {
        await StartIssuerAsync();
        var old = _issuer.Token();
        _issuer.Rotate();
        await Until.TrueAsync(async () => await AskAsync(_issuer.Token()) == StatusCode.OK);
        await Until.TrueAsync(async () => await AskAsync(old) == StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Without_its_issuer_no_token_counts_until_it_is_back()
    {
        Assert.Equal(StatusCode.Unavailable, await AskAsync(_issuer.Token()));
        await StartIssuerAsync();
    }

    [Fact]
    public async Task An_issuer_that_falls_silent_later_on_holds_up_nobody()
    {
        await StartIssuerAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _issuer.FallSilent();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(StatusCode.Unauthenticated, await AskAsync(_issuer.Token(signer: stranger, keyId: "k2")));
            Assert.Equal(StatusCode.OK, await AskAsync(_issuer.Token()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private async Task StartIssuerAsync()
    {
        await _issuer.StartAsync();
        await Until.TrueAsync(async () => await AskAsync(_issuer.Token()) == StatusCode.OK);
    }

    private async Task<StatusCode> AskAsync(string token)
    {
        try
        {
            await _service.Client.GetModelAsync(
                new(), new() { { "authorization", $"Bearer {token}" } }, cancellationToken: Cancel);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
