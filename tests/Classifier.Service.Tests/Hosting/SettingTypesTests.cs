using System.Globalization;
using Classifier.Service.Hosting;
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

    [Fact]
    public void All_are_told_at_once() => Assert.Equal(
        ["Classifier:GrpcPort is \"a\"; allowed is 0 to 65535", "Classifier:RestPort is \"b\"; allowed is 0 to 65535"],
        Refused("--Classifier:GrpcPort=a", "--Classifier:RestPort=b"));

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
