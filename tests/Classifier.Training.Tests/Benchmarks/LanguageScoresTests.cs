using Classifier.Benchmarks.Comparison.Scoring;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class LanguageScoresTests
{
    private static readonly (LanguageRow Row, string Tag)[] Answers =
    [
        (new("a", "nl", "nld", "news"), "nl"),
        (new("b", "und", "afr", "news"), "nl"),
        (new("c", "und", "fry", null), "und"),
        (new("d", "und", "tur", "news"), "ckb"),
        (new("e", "und", "zza", "news"), "nl"),
        (new("f", "und", "sdh", "news"), "kmr"),
        (new("g", "und", null, "news"), "und"),
        (new("h", "und", "afr", "short_words"), "nl"),
        (new("i", "nl", "nld", "social_posts"), "kmr"),
        (new("j", "nl", "nld", "social_posts"), "nl"),
        (new("k", "en", "eng", "social_posts"), "en"),
    ];

    private readonly LanguageScores _scores = new([.. Answers.Select(a => a.Row)], [.. Answers.Select(a => a.Tag)]);

    [Theory]
    [InlineData("news", "sentences")]
    [InlineData(null, "sentences")]
    [InlineData("shortish", "sentences")]
    [InlineData("short_words", "short spans")]
    [InlineData("social_nl", "posts")]
    public void Kinds_are_told_by_the_name_of_the_file(string? file, string kind) =>
        Assert.Equal(kind, LanguageCuts.Kind(new("a", "nl", "nld", file)).Name);

    /// <summary>nl: 1 of 3 given and 1 true; und: 2 of 2 given and 6 true.</summary>
    [Fact]
    public void Sentences_are_scored_by_themselves()
    {
        Assert.Equal(7, _scores.Rows("sentences"));
        Assert.Equal(0.5, _scores.F1("sentences", "nl"));
        Assert.Equal(0.5, _scores.F1("sentences", "und"));
        Assert.Equal(0.5, _scores.MacroF1("sentences"));
    }

    /// <summary>nl: 1 of 1 given and 2 true; en is right; kmr is answered, but no post carries it.</summary>
    [Fact]
    public void Tags_that_no_row_carries_are_no_term_of_the_average()
    {
        Assert.Null(_scores.F1("posts", "kmr"));
        Assert.Equal((2.0 / 3 + 1) / 2, _scores.MacroF1("posts")!.Value, 12);
    }

    [Fact]
    public void A_kind_without_rows_has_no_score() =>
        Assert.Null(new LanguageScores([new("a", "nl", "nld", "news")], ["nl"]).MacroF1("posts"));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 2, 1)]
    public void Neighbours_are_counted_in_sentences_and_for_what_they_are_close_to(int group, int lines, int taken) =>
        Assert.Equal((lines, taken), _scores.Accepts(NeighbourGroups.All[group]));

    [Fact]
    public void No_language_is_in_two_groups()
    {
        var languages = NeighbourGroups.All.SelectMany(g => g.Iso).ToList();
        Assert.Equal(languages.Distinct(), languages);
    }
}
