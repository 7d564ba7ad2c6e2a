using System.Text.Json.Nodes;
using Classifier.Training.Evaluation;
using CsCheck;

namespace Classifier.Training.Tests.Evaluation;

/// <summary>Against numbers worked out by hand, which scikit-learn's classification_report gives too.</summary>
public sealed class ClassificationReportTests
{
    private const int Digits = 12;

    /// <summary>
    /// a: 2 right of 3 given and 4 true; b: 1 of 1 and 2; c: given once, never true; d: true once, never given.
    /// </summary>
    private static readonly (string[] Truth, string[] Given)[] Rows =
    [
        (["a"], ["a"]),
        (["a", "b"], ["a", "b"]),
        (["a", "b"], []),
        (["a", "d"], ["c"]),
        ([], ["a"]),
        ([], []),
    ];

    [Fact]
    public void Labels_are_counted_by_hand()
    {
        var report = Report("a", "b", "c", "d");
        Assert.Equal(6, report.Rows);
        AssertScore(2.0 / 3, 2.0 / 4, 4.0 / 7, 4, report[0]);
        AssertScore(1, 1.0 / 2, 2.0 / 3, 2, report[1]);
        AssertScore(0, 0, 0, 0, report[2]);
        AssertScore(0, 0, 0, 1, report[3]);
    }

    [Fact]
    public void Averages_are_counted_by_hand()
    {
        var report = Report("a", "b", "c", "d");
        AssertScore(3.0 / 5, 3.0 / 7, 6.0 / 12, 7, report.Micro);
        AssertScore((2.0 / 3 + 1) / 4, (0.5 + 0.5) / 4, (4.0 / 7 + 2.0 / 3) / 4, 7, report.Macro);
        AssertScore(
            (4 * 2.0 / 3 + 2) / 7, (4 * 0.5 + 2 * 0.5) / 7, (4 * 4.0 / 7 + 2 * 2.0 / 3) / 7, 7, report.Weighted);
    }

    [Fact]
    public void Labels_that_never_occur_are_listed_and_not_averaged()
    {
        var report = Report("a", "b", "c", "d", "never");
        AssertScore(0, 0, 0, 0, report[4]);
        Assert.Equal(Report("a", "b", "c", "d").Macro, report.Macro);
    }

    /// <summary>d stays, which is true and never given; c goes.</summary>
    [Fact]
    public void Macro_averages_can_be_held_to_the_labels_of_the_truth()
    {
        var report = new ClassificationReport(["a", "b", "c", "d"], onlyTrue: true);
        foreach (var (truth, given) in Rows)
        {
            report.Add(truth, given);
        }

        AssertScore((2.0 / 3 + 1) / 3, (0.5 + 0.5) / 3, (4.0 / 7 + 2.0 / 3) / 3, 7, report.Macro);
        AssertScore(3.0 / 5, 3.0 / 7, 6.0 / 12, 7, report.Micro);
    }

    [Fact]
    public void Without_rows_all_is_nought()
    {
        var report = new ClassificationReport(["a", "b"]);
        Assert.All([report.Micro, report.Macro, report.Weighted, report[0]], s => AssertScore(0, 0, 0, 0, s));
    }

    [Fact]
    public void Json_has_the_shape_of_scikit_learn()
    {
        var json = Report("a", "b").ToJson();
        Assert.Equal(["a", "b", "micro avg", "macro avg", "weighted avg"], json.Select(p => p.Key));
        Assert.All(
            json,
            p => Assert.Equal(["precision", "recall", "f1-score", "support"], p.Value!.AsObject().Select(s => s.Key)));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"precision":0.6667,"recall":0.5,"f1-score":0.5714,"support":4}"""), json["a"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"precision":0.7778,"recall":0.5,"f1-score":0.6032,"support":6}"""),
            json["weighted avg"]));
    }

    [Fact]
    public void Scores_lie_between_nought_and_one_and_f1_between_precision_and_recall()
    {
        var labels = Gen.OneOfConst("a", "b", "c").HashSet[0, 3];
        Gen.Select(labels, labels).List[0, 12].Sample(rows =>
        {
            var report = new ClassificationReport(["a", "b", "c"]);
            rows.ForEach(r => report.Add(r.Item1, r.Item2));
            foreach (var score in Enumerable.Range(0, 3).Select(i => report[i]).Append(report.Micro))
            {
                Assert.InRange(score.Precision, 0, 1);
                Assert.InRange(score.Recall, 0, 1);
                Assert.InRange(
                    score.F1,
                    Math.Min(score.Precision, score.Recall) - 1e-9,
                    Math.Max(score.Precision, score.Recall) + 1e-9);
            }

            Assert.Equal(report.Micro.Recall, report.Weighted.Recall, Digits);
        });
    }

    private static ClassificationReport Report(params string[] labels)
    {
        var report = new ClassificationReport(labels);
        foreach (var (truth, given) in Rows)
        {
            report.Add(truth, given);
        }

        return report;
    }

    private static void AssertScore(double precision, double recall, double f1, int support, Score actual)
    {
        Assert.Equal(precision, actual.Precision, Digits);
        Assert.Equal(recall, actual.Recall, Digits);
        Assert.Equal(f1, actual.F1, Digits);
        Assert.Equal(support, actual.Support);
    }
}
