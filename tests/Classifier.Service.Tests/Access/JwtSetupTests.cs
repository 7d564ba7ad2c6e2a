using Grpc.Core;

namespace Classifier.Service.Tests.Access;

public sealed class JwtSetupTests(RunningService ready) : IDisposable
{
    private readonly AccessFiles _files = new();

    [Theory]
    [InlineData(30, StatusCode.Unauthenticated)]
    [InlineData(300, StatusCode.OK)]
    public async Task Tokens_outlive_their_time_by_the_difference_that_clocks_may_have(int seconds, StatusCode expected)
    {
        await using var service = RunningService.WithoutModels(
            $"--Classifier:Access:JwksFile={_files.Jwks}",
            $"--Classifier:Access:JwtIssuer={AccessFiles.Issuer}",
            $"--Classifier:Access:JwtAudience={AccessFiles.Audience}",
            $"--Classifier:Access:JwtSkewSeconds={seconds}");
        await service.StartAsync();
        service.Models.Serve(ready.Models.Current);
        var token = _files.Token("tag", DateTime.UtcNow.AddMinutes(-1));
        Assert.Equal(expected, await AskAsync(service, token));
    }

    [Fact]
    public void Half_a_minute_is_the_default() => Assert.Equal(30, new Service.Access.AccessOptions().JwtSkewSeconds);

    public void Dispose() => _files.Dispose();

    private static async Task<StatusCode> AskAsync(RunningService service, string token)
    {
        try
        {
            await service.Client.GetModelAsync(
                new(),
                new() { { "authorization", $"Bearer {token}" } },
                cancellationToken: TestContext.Current.CancellationToken);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
