using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Corpus;
using Spectre.Console;

namespace Classifier.Training.Tests.Corpus;

public sealed class CorpusValidatorTests
{
    private static readonly string[] Texts =
    [
        "Snow closed the mountain road for two days this week.",
        "The home side won the derby after a late penalty.",
        "Thousands marched through the city against the new law.",
    ];

    [Fact]
    public void Rows_that_differ_have_no_findings() => Assert.Empty(Check(Row(0), Row(1), Row(2)).Findings);

    [Fact]
    public void An_id_is_used_once()
    {
        var validator = Check(Row(0), Row(1) with { Id = "r0" }, Row(2) with { Id = "r0" });
        Assert.Equal(
            ["r0: id is that of a.jsonl:1; ids are used once"], validator.Findings.Select(f => f.Message).Distinct());
        Assert.Equal([2, 3], validator.Findings.Select(f => f.Line));
    }

    [Fact]
    public void A_group_lies_in_one_split()
    {
        var validator = Check(Row(0), Row(1) with { Group = "g0" }, Row(2) with { Group = "g0", Split = "dev" });
        var finding = Assert.Single(validator.Findings);
        Assert.Equal(("dir/a.jsonl", 3), (finding.File, finding.Line));
        Assert.Equal("r2: group g0 straddles splits train and dev; a group lies in one", finding.Message);
    }

    [Fact]
    public void Rows_without_a_group_are_no_group()
    {
        var validator = Check(Row(0) with { Group = null }, Row(1) with { Group = null, Split = "dev" });
        Assert.All(validator.Findings, f => Assert.Contains("group is empty", f.Message, StringComparison.Ordinal));
        Assert.Equal(2, validator.Findings.Count);
    }

    [Fact]
    public void A_split_that_is_missing_is_told_once()
    {
        var finding = Assert.Single(Check(Row(0), Row(1) with { Group = "g0", Split = null }).Findings);
        Assert.Contains("split is ''", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_is_told_with_its_first_place_and_the_splits()
    {
        var finding =
            Assert.Single(Check(Row(0), Row(1) with { Text = Texts[0].ToUpperInvariant(), Split = "test" }).Findings);
        Assert.Equal("r1: text is that of r0 (a.jsonl:1), across splits train and test", finding.Message);
    }

    [Fact]
    public void Wording_that_is_shared_is_told_with_its_share()
    {
        var finding = Assert.Single(
            Check(Row(0), Row(1) with { Text = Texts[0].Replace("week", "month", StringComparison.Ordinal) }).Findings);
        Assert.Contains("r1: text shares ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(" of its wording with r0 (a.jsonl:1); at most 50", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_no_rows_are_told_and_the_others_are_checked()
    {
        var validator = new CorpusValidator(Rows.Taxonomy);
        validator.Check([("a", 1, "{"), ("a", 2, Json(Row(0) with { Genre = "poem" })), ("a", 3, """{"id":null}""")]);
        Assert.Equal(
            [1, 3, 2],
            validator.Findings.OrderBy(f => f.Message.Contains("genre", StringComparison.Ordinal)).Select(f => f.Line));
        Assert.Equal("r0", Assert.Single(validator.Rows).Row.Id);
    }

    /// <summary>Dates that are no dates, and brackets, must not end the program that is to report them.</summary>
    [Theory]
    [InlineData("26", "year none")]
    [InlineData("", "year none")]
    [InlineData("[red", "year none")]
    [InlineData("20xx-01-01", "year none")]
    [InlineData(null, "year none")]
    [InlineData("2026-13-99", "year 2026")]
    public void Counts_are_shown_whatever_the_date_is(string? date, string expected)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Write(CorpusTables.Counts([Row(0) with { Date = date }], Rows.Taxonomy));
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    private static CorpusRow Row(int number) =>
        Rows.Good with { Id = $"r{number}", Group = $"g{number}", Text = Texts[number] };

    private static CorpusValidator Check(params CorpusRow[] rows)
    {
        var validator = new CorpusValidator(Rows.Taxonomy);
        validator.Check(rows.Select((r, i) => ("dir/a.jsonl", i + 1, Json(r))));
        return validator;
    }

    /// <summary>As files have it: what is worked out from other fields is no field of theirs.</summary>
    private static string Json(CorpusRow row)
    {
        var fields = JsonSerializer.SerializeToNode(row, CoreJson.Lines)!.AsObject();
        fields.Remove("when");
        return fields.ToJsonString();
    }
}
