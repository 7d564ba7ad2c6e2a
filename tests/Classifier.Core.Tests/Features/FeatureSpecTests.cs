using Classifier.Core.Features;

namespace Classifier.Core.Tests.Features;

public sealed class FeatureSpecTests
{
    [Fact]
    public void Another_version_is_refused_with_both_numbers()
    {
        var refusal = Assert.Throws<ClassifierException>(() => new FeatureSpec { Version = 77 }.Checked());
        Assert.Equal(ErrorKind.FailedPrecondition, refusal.Kind);
        Assert.Contains("77", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"version {FeatureSpec.CurrentVersion}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 3, 5, "features.Bits", "is 9; allowed is 10 to 22")]
    [InlineData(23, 3, 5, "features.Bits", "is 23; allowed is 10 to 22")]
    [InlineData(18, 0, 5, "features.MinChars", "is 0; allowed is 1 to 8")]
    [InlineData(18, 4, 3, "features.MaxChars", "is 3; allowed is 4 to 8")]
    [InlineData(18, 3, 9, "features.MaxChars", "is 9; allowed is 3 to 8")]
    public void A_value_out_of_range_is_named_with_the_range(int bits, int min, int max, string field, string rule)
    {
        var spec = new FeatureSpec { Bits = bits, MinChars = min, MaxChars = max };
        var violation = Assert.Single(Assert.Throws<ClassifierException>(() => spec.Checked()).Violations);
        Assert.Equal(new(field, rule), violation);
    }

    /// <summary>Whoever adds one learns here that it has no limit yet.</summary>
    [Fact]
    public void Every_weight_has_a_range()
    {
        foreach (var weight in typeof(FeatureSpec).GetProperties().Where(p => p.PropertyType == typeof(float)))
        {
            var spec = new FeatureSpec();
            weight.SetValue(spec, -1f);
            var violation = Assert.Single(Assert.Throws<ClassifierException>(() => spec.Checked()).Violations);
            Assert.Equal($"features.{weight.Name}", violation.Field);
        }
    }

    [Fact]
    public void The_default_is_in_range() =>
        Assert.Equal(1 << new FeatureSpec().Bits, new FeatureSpec().Checked().Buckets);
}
