using System.Security.Cryptography;
using Classifier.Service.Access;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Classifier.Service.Tests.Access;

public sealed class TokenRefusalsTests(RunningService ready) : IDisposable
{
    private const string Marker = "geheim";

    private readonly AccessFiles _files = new();
    private readonly LogLines _log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_check_that_failed_is_logged_and_the_token_is_not()
    {
        await using var service = RunningService.WithoutModels(
            s => s.AddSingleton<ILoggerProvider>(_log),
            $"--Classifier:Access:JwksFile={_files.Jwks}",
            $"--Classifier:Access:JwtIssuer={AccessFiles.Issuer}",
            $"--Classifier:Access:JwtAudience={AccessFiles.Audience}",
            "--Logging:Console:LogLevel:Default=None");
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var (token, check) in new[]
        {
            (_files.Token("tag", DateTime.UtcNow.AddDays(-1)), "exp, which has passed"),
            (_files.Token("tag", audience: Marker), "aud, which does not hold JwtAudience"),
            (_files.Token("tag", signer: stranger), "the signature"),
            (_files.Token("admin"), "scope, which is not the one"),
            ($"let.{Marker}.in.please", "its form"),
        })
        {
            await Assert.ThrowsAsync<RpcException>(() => service.Client.GetModelAsync(
                new(), new() { { "authorization", $"Bearer {token}" } }, cancellationToken: Cancel).ResponseAsync);
            Assert.Single(Refusals(), l => l.Contains($"refused for {check}", StringComparison.Ordinal));
        }

        Assert.All(_log.All, l => Assert.DoesNotContain(Marker, l, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_make_one_line_a_minute_for_each_check()
    {
        var clock = new ManualClock();
        var logger = new ListLogger<TokenRefusals>();
        var refusals = new TokenRefusals(clock, logger);
        refusals.Add("a");
        refusals.Add("a");
        refusals.Add("b");
        clock.Advance(TimeSpan.FromSeconds(59));
        refusals.Add("a");
        clock.Advance(TimeSpan.FromSeconds(1));
        refusals.Add("a");
        refusals.Add("a");
        Assert.Equal(
            ["for a: 1", "for b: 1", "for a: 3"],
            logger.Lines.Select(l => l["Bearer tokens refused ".Length..l.IndexOf(" since", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData(typeof(SecurityTokenInvalidIssuerException), "iss")]
    [InlineData(typeof(SecurityTokenNotYetValidException), "nbf")]
    [InlineData(typeof(SecurityTokenNoExpirationException), "exp, which is missing")]
    [InlineData(typeof(SecurityTokenSignatureKeyNotFoundException), "the signature, whose key")]
    [InlineData(typeof(SecurityTokenInvalidLifetimeException), "nbf, which is behind exp")]
    [InlineData(typeof(ArgumentException), "its form")]
    [InlineData(typeof(IOException), "no fault of its own (IOException)")]
    public void Every_check_has_a_name(Type failure, string check) => Assert.StartsWith(
        check, TokenRefusals.CheckOf((Exception)Activator.CreateInstance(failure)!), StringComparison.Ordinal);

    public void Dispose() => _files.Dispose();

    private IEnumerable<string> Refusals() =>
        _log.All.Where(l => l.Contains("Bearer tokens", StringComparison.Ordinal));
}
