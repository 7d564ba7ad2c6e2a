using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Lexicon;

public sealed class GlossaryTests
{
    private static readonly Glossary Glossary = new([
        new("kmr", Folded("êrîş"), ["attack"]),
        new("kmr", "nehat", ["not", "come"]),
        new("nl", "luchtaanval", ["air", "attack"]),
        new("en", "fire", ["fire"]),
        new("en", Folded("Firefight"), ["battle"]),
        new("en", "war", ["war"]),
        new("ckb", Folded("هێرش"), ["attack"]),
    ]);

    [Theory]
    [InlineData("kmr", "eris", "attack")]
    [InlineData("kmr", "Êrîş", "attack")]
    [InlineData("kmr", "nehat", "not come")]
    [InlineData("nl", "luchtaanval", "air attack")]
    [InlineData("ckb", "هێرش", "attack")]
    public void A_word_has_its_senses_however_it_is_written(string language, string word, string senses) =>
        Assert.Equal(senses, Senses(language, word));

    [Theory]
    [InlineData("nl", "luchtaanvallen", "air attack")]
    [InlineData("ckb", "هێرشەکان", "attack")]
    [InlineData("en", "fires", "fire")]
    public void An_unknown_form_has_the_senses_of_what_it_begins_with(string language, string word, string senses) =>
        Assert.Equal(senses, Senses(language, word));

    [Fact]
    public void The_longest_beginning_counts() => Assert.Equal("battle", Senses("en", "firefights"));

    [Theory]
    [InlineData("en", "warning")]
    [InlineData("en", "fireproofing")]
    [InlineData("nl", "fire")]
    [InlineData("en", "peace")]
    public void Short_beginnings_long_endings_and_other_languages_tell_nothing(string language, string word) =>
        Assert.Equal("", Senses(language, word));

    [Fact]
    public void Of_forms_that_fold_alike_the_first_counts()
    {
        var glossary = new Glossary([new("kmr", Folded("şer"), ["war"]), new("kmr", Folded("ser"), ["head"])]);
        Assert.Equal(["war"], glossary.SensesOf(Languages.IndexOf("kmr"), "ser").ToArray());
    }

    private static string Senses(string language, string word) =>
        string.Join(' ', Glossary.SensesOf(Languages.IndexOf(language), Folded(word)).ToArray());

    private static string Folded(string word)
    {
        var text = new NormalizedText();
        TextNormalizer.Normalize(word, text);
        return text.Folded[0].ToString();
    }
}
