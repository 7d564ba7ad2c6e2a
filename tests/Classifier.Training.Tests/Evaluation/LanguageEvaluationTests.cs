using System.Text.Json.Nodes;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguageEvaluationTests(TinyBundle bundle)
{
    /// <summary>Lines with the tag that each is given here.</summary>
    private static readonly (LanguageRow Row, string Answer)[] Lines =
    [
        (new("one two three", "en", "eng", "news"), "en"),
        (new("een twee", "nl", "nld", "short_words"), "nl"),
        (new("een", "nl", "nld", "social_posts"), "nl"),
        (new("een twee", "en", "eng", null), "nl"),
        (new("bir iki", "und", "tur", "news"), "und"),
        (new("12 🔥", "und", null, "news"), "und"),
        (new("یک دو", "und", "pes", "news"), "ckb"),
    ];

    private static readonly LanguageEvaluation Evaluation =
        new([.. Lines.Select(l => l.Row)], [.. Lines.Select(l => l.Answer)]);

    [Theory]
    [InlineData("kinds", "sentences 5, short spans 1, posts 1")]
    [InlineData("lengths", "no word 1, 1 word 1, 2 to 4 words 5")]
    [InlineData("files", "news 4, short_words 1, social_posts 1")]
    public void Lines_are_counted_by_part_in_the_order_of_the_parts(string cut, string expected) => Assert.Equal(
        expected,
        string.Join(", ", Evaluation.Cuts.Single(c => c.Name == cut).Parts.Select(p => $"{p.Part} {p.Report.Rows}")));

    /// <summary>
    /// en: 1 of 1 given and 2 true; nl: 2 of 3 and 2; ckb: given once, never true; und: 2 of 2 and 3.
    /// </summary>
    [Fact]
    public void Scores_are_those_worked_out_by_hand()
    {
        var report = Evaluation.All;
        Assert.Equal(["en", "nl", "kmr", "ckb", "und"], report.Labels);
        Assert.Equal((1.0, 0.5, 2), (report[0].Precision, report[0].Recall, report[0].Support));
        Assert.Equal((2.0 / 3, 1.0, 2), (report[1].Precision, report[1].Recall, report[1].Support));
        Assert.Equal((0.0, 0.0, 0), (report[3].Precision, report[3].Recall, report[3].Support));
        Assert.Equal((1.0, 2.0 / 3, 3), (report[4].Precision, report[4].Recall, report[4].Support));
        Assert.Equal(5.0 / 7, report.Micro.F1, 12);
    }

    /// <summary>f1-scores 2/3, 4/5 and 4/5; Sorani, which no line is in, is no fourth.</summary>
    [Fact]
    public void Macro_averages_go_over_the_languages_of_the_lines() =>
        Assert.Equal((2.0 / 3 + 0.8 + 0.8) / 3, Evaluation.All.Macro.F1, 12);

    [Fact]
    public void Json_has_all_reports_with_their_accuracy_and_all_neighbours()
    {
        var json = Evaluation.ToJson();
        Assert.Equal(["all", "kinds", "lengths", "files", "neighbours"], json.Select(f => f.Key));
        Assert.Equal(0.7143, (double)json["all"]!["accuracy"]!);
        Assert.Equal(0.75, (double)json["files"]!["news"]!["accuracy"]!);
        Assert.Equal(2, (int)json["kinds"]!["sentences"]!["en"]!["support"]!);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"lines":1,"taken":1,"share":1,"taken_for":{"ckb":1}}"""), json["neighbours"]!["pes"]));
    }

    [Fact]
    public void The_classifier_answers_each_line_in_its_place()
    {
        LanguageRow[] rows =
        [
            new(LanguageTexts.All["eng"][0], "en", "eng", "a"),
            new(LanguageTexts.All["ckb"][0], "ckb", "ckb", "b"),
            new(LanguageTexts.All["nld"][0], "en", "eng", "c"),
        ];
        var evaluation = LanguageEvaluation.Run(bundle.Classifier, rows, new SilentProgress());
        Assert.Equal([1, 1, 0], evaluation.Cuts.Single(c => c.Name == "files").Parts.Select(p => p.Report.Micro.F1));
    }
}
