using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguageCutsTests
{
    [Theory]
    [InlineData(null, "sentences")]
    [InlineData("news", "sentences")]
    [InlineData("kmr_short_news", "sentences")]
    [InlineData("shortwave_news", "sentences")]
    [InlineData("short_2to4_words", "short spans")]
    [InlineData("social_posts", "posts")]
    public void The_kind_is_what_the_name_of_the_file_begins_with(string? file, string kind)
    {
        var row = new LanguageRow("x", "en", null, file);
        Assert.Equal(kind, PartOf("kinds", row));
        Assert.Equal(kind == LanguageCuts.Sentences, LanguageCuts.IsSentence(row));
    }

    [Theory]
    [InlineData(0, "no word")]
    [InlineData(1, "1 word")]
    [InlineData(2, "2 to 4 words")]
    [InlineData(4, "2 to 4 words")]
    [InlineData(5, "5 to 9 words")]
    [InlineData(9, "5 to 9 words")]
    [InlineData(10, "10 to 19 words")]
    [InlineData(19, "10 to 19 words")]
    [InlineData(20, "20 words or more")]
    [InlineData(300, "20 words or more")]
    public void The_length_is_a_number_of_words(int words, string length) =>
        Assert.Equal(
            length, PartOf("lengths", new(string.Join(' ', Enumerable.Repeat("şar", words)), "en", null, null)));

    [Theory]
    [InlineData("12 — 🔥 ...", "no word")]
    [InlineData(" Roj\u00A0baş,\n\theval! 12", "2 to 4 words")]
    [InlineData("می‌شود", "1 word")]
    public void A_word_has_a_letter_and_ends_at_white_space(string text, string length) =>
        Assert.Equal(length, PartOf("lengths", new(text, "en", null, null)));

    [Fact]
    public void A_line_without_a_file_lies_in_no_part_by_file()
    {
        Assert.Null(PartOf("files", new("x", "en", null, null)));
        Assert.Equal("news", PartOf("files", new("x", "en", null, "news")));
    }

    private static string? PartOf(string cut, LanguageRow row) =>
        LanguageCuts.All.Single(c => c.Name == cut).PartOf(row)?.Name;
}
