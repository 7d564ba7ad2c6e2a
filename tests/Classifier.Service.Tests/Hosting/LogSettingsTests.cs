using Classifier.Service.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Hosting;

public sealed class LogSettingsTests
{
    [Theory]
    [InlineData("Logging:Console:FormatterName", "jsn", "json, simple, systemd")]
    [InlineData("Logging:Console:QueueFullMode", "Drop", "Wait, DropWrite")]
    [InlineData("Logging:Console:MaxQueueLength", "0", "1 to 2147483647")]
    [InlineData("Logging:Console:MaxQueueLength", "many", "1 to 2147483647")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Trace, Debug, Information, Warning, Error, Critical, None")]
    [InlineData("Logging:Console:LogLevel:Grpc", "x", "Trace, Debug, Information, Warning, Error, Critical, None")]
    public void What_cannot_work_is_named_with_what_can(string name, string value, string allowed)
    {
        var error = Assert.Throws<OptionsValidationException>(() => LogSettings.Check(Set(name, value)));
        Assert.Equal($"{name} is \"{value}\"; allowed is {allowed}", Assert.Single(error.Failures));
    }

    [Theory]
    [InlineData("Logging:Console:FormatterName", "JSON")]
    [InlineData("Logging:Console:FormatterName", "")]
    [InlineData("Logging:Console:QueueFullMode", "dropwrite")]
    [InlineData("Logging:LogLevel:Default", "warning")]
    public void What_can_is_taken_in_any_case(string name, string value) => LogSettings.Check(Set(name, value));

    [Fact]
    public void The_service_asks_at_its_start() => Assert.Throws<OptionsValidationException>(
        () => new RunningService(null, "--Logging:Console:FormatterName=jsn"));

    private static IConfiguration Set(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
