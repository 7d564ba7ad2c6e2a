using Classifier.Service.Hosting;

namespace Classifier.Service.Tests.Hosting;

public sealed class ServiceOptionsValidatorTests
{
    [Fact]
    public void Defaults_are_valid() => Assert.Empty(Failures(new ServiceOptions()));

    [Fact]
    public void Defaults_stay_on_loopback() => Assert.Equal("127.0.0.1", new ServiceOptions().Address);

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void Ports_out_of_range_are_named_with_value_and_range(int port)
    {
        var failure = Assert.Single(Failures(new ServiceOptions { GrpcPort = port }));
        Assert.Equal($"Classifier:GrpcPort is {port}; allowed is 0 to 65535", failure);
    }

    [Fact]
    public void One_port_for_both_is_refused()
    {
        var failure = Assert.Single(Failures(new ServiceOptions { GrpcPort = 6000, RestPort = 6000 }));
        Assert.StartsWith("Classifier:RestPort is \"6000\"; allowed is another", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_free_ports_are_fine() => Assert.Empty(Failures(new ServiceOptions { GrpcPort = 0, RestPort = 0 }));

    [Theory]
    [InlineData("localhost")]
    [InlineData("")]
    public void Addresses_that_are_no_ip_address_are_refused(string address) =>
        Assert.StartsWith(
            $"Classifier:Address is \"{address}\"; allowed is an IP address",
            Assert.Single(Failures(new ServiceOptions { Address = address })),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("..")]
    [InlineData("../elsewhere")]
    [InlineData("a\\b")]
    [InlineData("/etc")]
    public void Bundles_are_names_not_paths(string bundle) =>
        Assert.StartsWith(
            $"Classifier:Bundle is \"{bundle}\"; allowed is the name of a folder",
            Assert.Single(Failures(new ServiceOptions { Bundle = bundle })),
            StringComparison.Ordinal);

    [Fact]
    public void All_failures_are_told_at_once() => Assert.Equal(13, Failures(new ServiceOptions
    {
        MaxDocumentLength = 0,
        MaxPassageLength = 0,
        MaxBatchSize = 0,
        MaxMessageBytes = 1,
        MaxConcurrentCalls = 0,
        MaxQueuedCalls = -1,
        MaxConnections = 0,
        IdleSeconds = 0,
        PingSeconds = 0,
        WatchSeconds = -1,
        ShadowShare = 1.5,
        DrainNoticeSeconds = -1,
        DrainSeconds = 0,
    }).Count);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Shares_are_between_nothing_and_all(double share) => Assert.EndsWith(
        "allowed is 0 to 1",
        Assert.Single(Failures(new ServiceOptions { ShadowShare = share })),
        StringComparison.Ordinal);

    private static List<string> Failures(ServiceOptions options) =>
        [.. new ServiceOptionsValidator().Validate(null, options).Failures ?? []];
}
