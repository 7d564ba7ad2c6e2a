using System.Security.Cryptography.X509Certificates;
using Classifier.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Access;

public sealed class ClientAuthoritiesTests(RunningService ready) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly AccessFiles _files = new();
    private readonly ManualClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Renewed_authorities_count_without_a_restart_and_broken_ones_never()
    {
        await using var service = RunningService.WithoutModels(
            services => services.AddSingleton<TimeProvider>(_clock), _files.Settings);
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        using var authority = TestCertificates.Authority("others");
        using var before = Connect(service, _files.ClientCertificate("desk"));
        using var after = Connect(service, TestCertificates.Issue(authority, "desk", DateTimeOffset.UtcNow.AddDays(1)));
        Assert.Equal((StatusCode.OK, StatusCode.Unauthenticated), (await AskAsync(before), await AskAsync(after)));

        await File.WriteAllTextAsync(_files.ClientCa, authority.ExportCertificatePem(), Cancel);
        Assert.Equal((StatusCode.OK, StatusCode.Unauthenticated), (await AskAsync(before), await AskAsync(after)));
        _clock.Advance(Period);
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.OK), (await AskAsync(before), await AskAsync(after)));

        await File.WriteAllTextAsync(_files.ClientCa, "-----BEGIN", Cancel);
        _clock.Advance(Period);
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.OK), (await AskAsync(before), await AskAsync(after)));
    }

    public void Dispose() => _files.Dispose();

    private static TestCaller Connect(RunningService service, X509Certificate2 certificate)
    {
        var caller = new TestCaller(null, certificate);
        caller.Connect($"https://{service.Channel.Target}", service.Rest.BaseAddress!);
        return caller;
    }

    private static async Task<StatusCode> AskAsync(TestCaller caller)
    {
        try
        {
            await new PassageTagger.PassageTaggerClient(caller.Channel).GetModelAsync(new(), cancellationToken: Cancel);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
