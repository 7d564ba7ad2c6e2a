using Classifier.Core;
using Classifier.Training.LanguageText;

namespace Classifier.Training.Tests.LanguageText;

public sealed class HastySpellingTests
{
    private static readonly string[] Lines =
        [.. Enumerable.Range(0, 200).Select(i => $"Ik weet niet of dat nummer {i} wel goed is, want wij slapen.")];

    [Fact]
    public void Words_and_phrases_of_the_table_are_spelled_otherwise()
    {
        var spelled = Spelled("nl", "nl\tniet\tni|nie", "nl\tik weet\tkweet", "nl\tgoed\tgoe");
        Assert.Contains(spelled, l => l.Contains("kweet", StringComparison.Ordinal));
        Assert.Contains(spelled, l => l.Contains(" ni ", StringComparison.Ordinal));
        Assert.Contains(spelled, l => l.Contains(" nie ", StringComparison.Ordinal));
        Assert.Contains(spelled, l => l.Contains(" niet ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_behind_a_word_stays()
    {
        var spelled = Spelled("nl", "nl\tis\ts");
        Assert.Contains(spelled, l => l.Contains(" s, ", StringComparison.Ordinal));
    }

    [Fact]
    public void Dutch_endings_are_dropped()
    {
        var spelled = Spelled("nl", "nl\tniet\tni");
        Assert.Contains(spelled, l => l.Contains("slape.", StringComparison.Ordinal));
        Assert.Contains(spelled, l => l.Contains("slapen.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_without_rows_keeps_its_lines() => Assert.Equal(Lines, Spelled("turkish", "nl\tniet\tni"));

    [Fact]
    public void A_line_is_spelled_the_same_every_time() =>
        Assert.Equal(Spelled("nl", "nl\tniet\tni|nie"), Spelled("nl", "nl\tniet\tni|nie"));

    [Fact]
    public void Without_the_file_nothing_is_hasty() =>
        Assert.Equal(Lines[0], HastySpelling.Read("no such file").Of(Lines[0], "nl"));

    [Theory]
    [InlineData("nl\tniet")]
    [InlineData("xx\tniet\tni")]
    [InlineData("nl\t\tni")]
    [InlineData("nl\tniet\t")]
    public void A_row_that_is_none_is_told(string row)
    {
        using var folder = new TempFolder();
        var error = Assert.Throws<ClassifierException>(() => HastySpelling.Read(folder.WriteLines("hasty.tsv", row)));
        Assert.Contains(
            "hasty.tsv has a line that is not a tag, a phrase and its spellings",
            error.Message,
            StringComparison.Ordinal);
    }

    private static List<string> Spelled(string tag, params string[] rows)
    {
        using var folder = new TempFolder();
        var hasty = HastySpelling.Read(folder.WriteLines("hasty.tsv", rows));
        return [.. Lines.Select(l => hasty.Of(l, tag))];
    }
}
