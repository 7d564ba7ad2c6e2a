using System.Globalization;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Hosting;

public sealed class SettingTypesTests
{
    [Theory]
    [InlineData("Classifier:GrpcPort", "abc", "0 to 65535")]
    [InlineData("Classifier:RestPort", "", "0 to 65535")]
    [InlineData("Classifier:MaxBatchSize", "1.5", "1 to 100000")]
    [InlineData("Classifier:ShadowShare", "half", "0 to 1")]
    [InlineData("Classifier:Access:BurstCalls", "1e3", "1 to 100000")]
    [InlineData("Classifier:Access:HealthOpen", "yes", "true or false")]
    [InlineData("Classifier:Telemetry:TraceShare", "10%", "0 to 1")]
    public void A_value_of_another_type_is_named_with_what_is_allowed(string name, string value, string allowed) =>
        Assert.Equal([$"{name} is \"{value}\"; allowed is {allowed}"], Refused($"--{name}={value}"));

    /// <summary>As a file has it; no command line can say so.</summary>
    [Theory]
    [InlineData("Bundle", "a text, or nothing of that name for the default")]
    [InlineData("MaxQueuedCalls", "0 to 100000")]
    [InlineData("Access:ApiKeyFile", "a text, or nothing of that name for the default")]
    [InlineData("Access:HealthOpen", "true or false")]
    public void A_null_is_refused_where_there_is_a_default(string name, string allowed)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new($"Classifier:{name}", null)]);
        var types = new SettingTypes(configuration, [new ServiceOptionsValidator()]);
        var error = Assert.Throws<OptionsValidationException>(() => types.Configure(new()));
        Assert.Equal([$"Classifier:{name} is null; allowed is {allowed}"], error.Failures);
    }

    [Theory]
    [InlineData("Classifier:Access", "off", "\"off\"")]
    [InlineData("Classifier:Telemetry", "", "\"\"")]
    public void A_section_that_is_none_is_refused(string name, string? value, string told)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new(name, value)]);
        var types = new SettingTypes(configuration, [new ServiceOptionsValidator()]);
        var error = Assert.Throws<OptionsValidationException>(() => types.Configure(new()));
        Assert.Equal(
            [$"{name} is {told}; allowed is a section with settings, or nothing of that name for their defaults"],
            error.Failures);
    }

    [Theory]
    [InlineData("Classifier:Bundle", "a text, or nothing of that name for the default")]
    [InlineData("Classifier:MaxBatchSize", "1 to 100000")]
    [InlineData("Classifier:Access:HealthOpen", "true or false")]
    public void A_section_in_the_place_of_a_value_is_refused(string name, string allowed) => Assert.Equal(
        [$"{name} is a list or a section; allowed is {allowed}"], Refused($"--{name}:more=1"));

    [Fact]
    public void All_are_told_at_once() => Assert.Equal(
        ["Classifier:GrpcPort is \"a\"; allowed is 0 to 65535", "Classifier:RestPort is \"b\"; allowed is 0 to 65535"],
        Refused("--Classifier:GrpcPort=a", "--Classifier:RestPort=b"));

    [Theory]
    [InlineData("Classifier:MaxBatchSizes", "nearest known: Classifier:MaxBatchSize")]
    [InlineData("Classifier:Acces:ApiKeyFile", "nearest known: Classifier:Access", "Classifier:Acces")]
    [InlineData("Classifier:ApiKeyFile", "nearest known: Classifier:Access:ApiKeyFile")]
    [InlineData("Classifier:Telemetry:OtlpEndpont", "nearest known: Classifier:Telemetry:OtlpEndpoint")]
    [InlineData("Classifier:Access:HasTls", "--help lists all")]
    public void What_is_no_setting_is_named_with_the_nearest_that_is(string name, string hint, string? told = null) =>
        Assert.Equal([$"{told ?? name} is no setting; {hint}"], Refused($"--{name}=1"));

    /// <summary>What has no range in a validator would be taken for a switch.</summary>
    [Fact]
    public void Every_number_has_a_range()
    {
        var numbers = ServiceHelp.Text().Split('\n').Select(l => l.Trim().Split('=')).Where(IsNumber)
            .Select(s => s[0]).ToList();
        var refused = Refused([.. numbers.Select(n => $"--{n}=x")]);
        Assert.InRange(numbers.Count, 15, 100);
        Assert.Equal(numbers.Count, refused.Count(r => !r.EndsWith("true or false", StringComparison.Ordinal)));
    }

    private static bool IsNumber(string[] setting) =>
        setting.Length == 2 && double.TryParse(setting[1], CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> Refused(params string[] settings) =>
        Assert.Throws<OptionsValidationException>(() => new RunningService(null, settings)).Failures;
}
