using Classifier.Benchmarks.Comparison.Scoring;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class ComparisonPageTests
{
    private static readonly LanguageRow[] Rows =
    [
        new("een geheim", "nl", "nld", "news"),
        new("twee geheimen", "und", "afr", "news"),
        new("drie", "en", "eng", "short_words"),
    ];

    private readonly string[] _lines = new ComparisonPage(
        [("date", "2026-01-02"), ("data", "a.jsonl")],
        ["CLD3 is left out: --npm was not given."],
        [
            Stand("own", new(2000, 1900, 2100.4), 1_500_000, "nl", "und", "en"),
            Stand("other", new(800, 700, 900), 70_000_000, "nl", "nl", "und"),
            Stand("short", null, 0, "und", "und", "und"),
        ]).Write().Split('\n');

    [Fact]
    public void Facts_and_absent_ones_stand_first() => Assert.Equal(
        ["# Language identifiers on the same rows", "", "- date: 2026-01-02", "- data: a.jsonl", "",
            "CLD3 is left out: --npm was not given."],
        _lines[..6]);

    [Fact]
    public void Scores_stand_under_their_kind_of_text() => Assert.Equal(
        [
            "| | macro | en | nl | kmr | ckb | und |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
            "| own | 1.000 | no rows | 1.000 | no rows | no rows | 1.000 |",
            "| other | 0.333 | no rows | 0.667 | no rows | no rows | 0.000 |",
            "| short | 0.333 | no rows | 0.000 | no rows | no rows | 0.667 |",
        ],
        Table("## F1-score on sentences (2)"));

    [Fact]
    public void A_kind_without_rows_says_so() =>
        Assert.Equal(
            "| own | no rows | no rows | no rows | no rows | no rows | no rows |",
            Table("## F1-score on posts (0)")[2]);

    [Fact]
    public void False_accepts_are_shares_with_their_counts()
    {
        var table = Table("## False accepts");
        Assert.EndsWith(" | Afrikaans, Frisian for Dutch (1) |", table[0], StringComparison.Ordinal);
        Assert.Equal("| own | no rows | no rows | no rows | 0.0% (0) |", table[2]);
        Assert.Equal("| other | no rows | no rows | no rows | 100.0% (1) |", table[3]);
    }

    [Fact]
    public void Speeds_are_held_against_the_first() => Assert.Equal(
        [
            "| own | 2,000 | 1,900 to 2,100 | 1.0 | 1.5 | version of own |",
            "| other | 800 | 700 to 900 | 2.5 | 70.0 | version of other |",
            "| short | too few rows | too few rows | too few rows | 0.0 | version of short |",
        ],
        Table("## Speed and size")[2..]);

    [Fact]
    public void No_text_of_the_data_goes_in() =>
        Assert.DoesNotContain(_lines, line => Rows.Any(r => line.Contains(r.Text, StringComparison.Ordinal)));

    private string[] Table(string heading) =>
        [.. _lines.SkipWhile(l => l != heading).SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|'))];

    private static Standing Stand(string name, Speed? speed, long bytes, params string[] tags) =>
        new(name, $"version of {name}", bytes, speed, new(Rows, tags));
}
