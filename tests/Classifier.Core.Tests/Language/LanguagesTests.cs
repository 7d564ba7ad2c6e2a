using Classifier.Core.Language;

namespace Classifier.Core.Tests.Language;

public sealed class LanguagesTests
{
    [Fact]
    public void The_four_languages_have_places_and_und_has_none()
    {
        Assert.Equal([0, 1, 2, 3], Languages.Tagged.Select(l => Languages.IndexOf(l.Tag)));
        Assert.Equal(["en", "nl", "kmr", "ckb"], Languages.Tagged.Select(l => l.Tag));
        Assert.Equal(-1, Languages.IndexOf(Languages.Undetermined));
        Assert.False(Languages.IsTagged("und"));
        Assert.True(Languages.IsKnown("und"));
        Assert.False(Languages.IsKnown("de"));
        Assert.False(Languages.IsKnown("NL"));
    }

    [Fact]
    public void A_spec_of_another_version_is_refused_with_both_numbers()
    {
        var refusal = Assert.Throws<ClassifierException>(() => new LanguageSpec { Version = 77 }.Checked());
        Assert.Contains("77", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"version {LanguageSpec.CurrentVersion}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5f)]
    [InlineData(float.NaN)]
    public void A_prior_out_of_range_is_refused(float prior)
    {
        var refusal = Assert.Throws<ClassifierException>(() => new LanguageSpec { OtherPrior = prior }.Checked());
        Assert.Equal("language.otherPrior", Assert.Single(refusal.Violations).Field);
    }
}
