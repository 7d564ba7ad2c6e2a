using System.Collections;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Configuration;

namespace Classifier.Service.Tests.Hosting;

public sealed class ServiceVariablesTests
{
    private static readonly Dictionary<string, string?> Lowest = new()
    {
        ["Classifier:MaxBatchSize"] = "1",
        ["Classifier:GrpcPort"] = "1",
        ["Classifier:RestPort"] = "1",
    };

    [Theory]
    [InlineData("CLASSIFIER_GRPC_PORT", "Classifier:GrpcPort")]
    [InlineData("CLASSIFIER_GRPCPORT", "Classifier:GrpcPort")]
    [InlineData("CLASSIFIER_ACCESS__API_KEY_FILE", "Classifier:Access:ApiKeyFile")]
    public void Variables_become_settings(string variable, string setting) =>
        Assert.Equal("7", Read(new() { [variable] = "7" })[setting]);

    [Theory]
    [InlineData("CLASSIFIER_SERVICE_HOST")]
    [InlineData("CLASSIFIER_PORT_5080_TCP")]
    [InlineData("CLASSIFIER_API_KEY")]
    [InlineData("CLASSIFIER_CA")]
    [InlineData("PATH")]
    public void Variables_of_others_are_left(string variable) =>
        Assert.Empty(ServiceVariables.Settings(new Hashtable { [variable] = "x" }));

    /// <summary>As Kubernetes sets them for a service of this name.</summary>
    [Theory]
    [InlineData("CLASSIFIER")]
    [InlineData("CLASSIFIER_GRPC")]
    [InlineData("CLASSIFIER_METRICS")]
    public void Links_to_services_are_left(string service)
    {
        var links = new Hashtable
        {
            [$"{service}_SERVICE_HOST"] = "10.0.0.1",
            [$"{service}_SERVICE_PORT"] = "80",
            [$"{service}_PORT"] = "tcp://10.0.0.1:80",
            [$"{service}_PORT_80_TCP"] = "tcp://10.0.0.1:80",
            [$"{service}_PORT_80_TCP_ADDR"] = "10.0.0.1",
        };
        Assert.Empty(ServiceVariables.Settings(links));
    }

    [Fact]
    public void A_port_of_ours_counts_beside_a_link_of_its_name() => Assert.Equal(
        [KeyValuePair.Create("Classifier:GRPCPORT", (string?)"5080")],
        ServiceVariables.Settings(
            new Hashtable { ["CLASSIFIER_GRPC_SERVICE_HOST"] = "10.0.0.1", ["CLASSIFIER_GRPC_PORT"] = "5080" }));

    [Fact]
    public void Files_come_first_then_variables_then_the_command_line()
    {
        var settings = Read(
            new() { ["CLASSIFIER_GRPC_PORT"] = "2", ["CLASSIFIER_REST_PORT"] = "2" }, "--Classifier:RestPort=3");
        Assert.Equal(("1", "2", "3"),
            (settings["Classifier:MaxBatchSize"], settings["Classifier:GrpcPort"], settings["Classifier:RestPort"]));
    }

    [Theory]
    [InlineData("CLASSIFIER_GRPC_PORT", "CLASSIFIER_GRPCPORT")]
    [InlineData("CLASSIFIER_GRPC_PORT", "classifier_grpc_port")]
    public void Two_variables_of_one_setting_are_named(string one, string other)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(new() { [one] = "1", [other] = "2" }));
        Assert.Contains(one, error.Message, StringComparison.Ordinal);
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
    }

    private static ConfigurationManager Read(Hashtable variables, params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(Lowest);
        configuration.AddVariables(variables, arguments);
        return configuration;
    }
}
