using Classifier.Service.Access;

namespace Classifier.Service.Tests.Access;

public sealed class AccessOptionsValidatorTests : IDisposable
{
    private readonly AccessFiles _files = new();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    public void Loopback_needs_nothing(string address) => Assert.Empty(Failures(new(), address));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public void Other_addresses_need_tls_or_a_word(string address)
    {
        Assert.StartsWith(
            $"Classifier:Address is \"{address}\"; allowed is a loopback address, unless",
            Assert.Single(Failures(new(), address)),
            StringComparison.Ordinal);
        Assert.Empty(Failures(new() { Insecure = true }, address));
        Assert.Empty(Failures(new() { CertificateFile = _files.Certificate }, address));
    }

    [Fact]
    public void Keys_are_no_cover_for_clear_text() =>
        Assert.Single(Failures(new() { ApiKeyFile = _files.Keys }, "0.0.0.0"));

    [Fact]
    public void Client_certificates_need_tls() =>
        Assert.Contains(
            "Classifier:Access:ClientCaFile is", Assert.Single(Failures(new() { ClientCaFile = _files.ClientCa })));

    [Fact]
    public void Tokens_need_issuer_and_audience() => Assert.Equal(
        ["Classifier:Access:JwtIssuer", "Classifier:Access:JwtAudience"],
        Failures(new() { JwksFile = _files.Jwks }).Select(f => f.Split(' ')[0]));

    [Theory]
    [InlineData("http://issuer.example")]
    [InlineData("issuer")]
    public void Authorities_speak_tls(string authority) => Assert.Contains(
        "JwtAuthority",
        Assert.Single(Failures(new() { JwtAuthority = authority, JwtAudience = "a" })),
        StringComparison.Ordinal);

    [Fact]
    public void Files_that_cannot_be_used_are_named_with_the_reason()
    {
        File.WriteAllText(_files.Keys, "one cell\n");
        var failures = Failures(new()
        {
            CertificateFile = "/nowhere.pem",
            ApiKeyFile = _files.Keys,
            ClientCaFile = _files.Jwks,
            JwksFile = _files.ClientCa,
            JwtIssuer = "i",
            JwtAudience = "a",
        });
        Assert.Equal(
            ["CertificateFile", "ClientCaFile", "ApiKeyFile", "JwksFile"],
            failures.Select(f => f.Split(' ')[0].Split(':')[^1]));
        Assert.Contains("has 1 cells; 6 are needed", failures[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_have_ranges() => Assert.Equal(
        5,
        Failures(new()
        {
            CallsPerMinute = -1,
            BurstCalls = 0,
            ReloadSeconds = 0,
            JwtSkewSeconds = -1,
            JwtTimeoutSeconds = 0,
        }).Count);

    [Theory]
    [InlineData(60_000, 1, 200)]
    [InlineData(60_000, 199, 200)]
    [InlineData(6_000_000, 100, 20_000)]
    public void Bursts_that_would_keep_a_steady_client_below_its_limit_are_refused(int minute, int burst, int least)
    {
        Assert.StartsWith(
            $"Classifier:Access:BurstCalls is \"{burst}\"; allowed is {least} or more beside the CallsPerMinute of "
                + $"{minute},",
            Assert.Single(Failures(new() { CallsPerMinute = minute, BurstCalls = burst })),
            StringComparison.Ordinal);
        Assert.Empty(Failures(new() { CallsPerMinute = minute, BurstCalls = least }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(599)]
    public void Slow_limits_may_have_bursts_of_one(int minute) =>
        Assert.Empty(Failures(new() { CallsPerMinute = minute, BurstCalls = 1 }));

    public void Dispose() => _files.Dispose();

    private static List<string> Failures(AccessOptions access, string address = "127.0.0.1") =>
        [.. new AccessOptionsValidator().Validate(null, new() { Address = address, Access = access }).Failures ?? []];
}
