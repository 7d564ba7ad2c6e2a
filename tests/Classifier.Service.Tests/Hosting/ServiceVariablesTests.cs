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
