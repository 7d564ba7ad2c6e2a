using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Classifier.Service.Tests.Access;

/// <summary>
/// A service with TLS that takes API keys, tokens and client certificates, and callers of every sort.
/// </summary>
public sealed class GuardedService : IAsyncLifetime
{
    private readonly RunningService _service;
    private readonly Dictionary<string, TestCaller> _callers = [];

    public GuardedService()
        : this([])
    {
    }

    /// <param name="settings">Options beside those of the credentials.</param>
    internal GuardedService(string[] settings)
    {
        Files = new();
        var past = DateTime.UtcNow.AddDays(-1);
        _callers["none"] = new(null, null);
        _callers["wrong key"] = Key("clk_0123456789ab_" + new string('0', 64));
        _callers["malformed key"] = Key("let-me-in");
        _callers["expired key"] = Key(Files.AddKey("old", "tag", DateOnly.FromDateTime(past)));
        _callers["admin key"] = Key(Files.AddKey("admin", "admin"));
        _callers["tag key"] = Key(Files.AddKey("desk", "tag", DateOnly.FromDateTime(DateTime.UtcNow)));
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _callers["foreign token"] = Token(Files.Token("tag", signer: stranger));
        _callers["token for others"] = Token(Files.Token("tag", audience: "other"));
        _callers["expired token"] = Token(Files.Token("tag", past));
        _callers["admin token"] = Token(Files.Token("admin"));
        _callers["tag token"] = Token(Files.Token("openid tag"));
        _callers["foreign certificate"] = Holder(TestCertificates.SelfSigned("desk"));
        _callers["expired certificate"] = Holder(Files.ClientCertificate("desk", days: -1));
        using var others = TestCertificates.Authority("clients");
        _callers["expired foreign certificate"] =
            Holder(TestCertificates.Issue(others, "desk", DateTimeOffset.UtcNow.AddDays(-1)));
        _callers["certificate"] = Holder(Files.ClientCertificate("desk"));
        _callers["operator's certificate"] = Holder(Files.ClientCertificate("operator"));
        _service = new(null, [.. Files.Settings, .. settings]);
    }

    internal AccessFiles Files { get; }

    internal TestCaller Caller(string name) => _callers[name];

    public async ValueTask InitializeAsync()
    {
        await _service.InitializeAsync();
        foreach (var caller in _callers.Values)
        {
            caller.Connect($"https://{_service.Channel.Target}", _service.Rest.BaseAddress!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in _callers.Values)
        {
            caller.Dispose();
        }

        await _service.DisposeAsync();
        Files.Dispose();
    }

    private static TestCaller Key(string key) => new(("x-api-key", key), null);

    private static TestCaller Token(string token) => new(("authorization", $"Bearer {token}"), null);

    private static TestCaller Holder(X509Certificate2 certificate) => new(null, certificate);
}
