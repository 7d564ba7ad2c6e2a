using Classifier.Service.Hosting;

namespace Classifier.Service.Tests.Hosting;

public sealed class ServiceArgumentsTests
{
    [Theory]
    [InlineData("--Classifier:GrpcPort=1")]
    [InlineData("--classifier:access:apikeyfile=k")]
    [InlineData("--Classifier:GrpcPort", "1")]
    [InlineData("--Logging:Console:FormatterName=json", "--insecure", "--environment=Development")]
    [InlineData]
    public void Settings_are_fine(params string[] arguments) =>
        Assert.Null(ServiceArguments.Complaint(ServiceArguments.Expand(arguments)));

    [Theory]
    [InlineData("--GrpcPort=1", "--GrpcPort=1")]
    [InlineData("6000", "6000")]
    [InlineData("--unsafe", "--unsafe")]
    [InlineData("--urls=http://0.0.0.0:80", "--urls")]
    public void What_would_be_dropped_is_named(string argument, string named)
    {
        var complaint = ServiceArguments.Complaint(ServiceArguments.Expand(["--Classifier:GrpcPort=1", argument]));
        Assert.StartsWith($"Unknown argument '{named}", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_without_a_value_is_named() => Assert.Equal(
        "The setting '--Classifier:GrpcPort' has no value.", ServiceArguments.Complaint(["--Classifier:GrpcPort"]));

    [Fact]
    public void Help_shows_settings_of_all_parts_with_their_defaults()
    {
        Assert.True(ServiceArguments.AsksForHelp(["--insecure", "--help"]));
        Assert.All(
            ["Classifier:GrpcPort=5080\n", "Classifier:Access:HealthOpen=True\n",
                "Classifier:Telemetry:TraceShare=1\n"],
            line => Assert.Contains(line, ServiceHelp.Text(), StringComparison.Ordinal));
    }
}
