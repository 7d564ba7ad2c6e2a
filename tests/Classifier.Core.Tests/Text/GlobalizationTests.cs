using System.Globalization;
using System.Text;

namespace Classifier.Core.Tests.Text;

/// <summary>Globalization-invariant mode would switch Unicode normalisation off without a word.</summary>
public sealed class GlobalizationTests
{
    [Fact]
    public void Invariant_mode_is_off() =>
        Assert.False(AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on);

    [Fact]
    public void Unicode_normalisation_works()
    {
        Assert.Equal("ê", "e\u0302".Normalize(NormalizationForm.FormC));
        Assert.Equal("s\u0327", "ş".Normalize(NormalizationForm.FormD));
        Assert.Equal("آ", "\u0627\u0653".Normalize(NormalizationForm.FormC));
    }

    [Fact]
    public void Tokens_do_not_depend_on_the_culture()
    {
        var expected = Normalized.Plain("ISTANBUL İÇİN IŞIK");
        var before = CultureInfo.CurrentCulture;
        var all = CultureInfo.GetCultures(CultureTypes.AllCultures);
        foreach (var culture in all.Where(c => c.Name is "tr-TR" or "nl-NL"))
        {
            CultureInfo.CurrentCulture = culture;
            var tokens = Normalized.Plain("ISTANBUL İÇİN IŞIK");
            CultureInfo.CurrentCulture = before;
            Assert.Equal(expected, tokens);
        }
    }
}
