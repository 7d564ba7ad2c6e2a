using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class EvidenceReportTests
{
    private static readonly CorpusRow Row = new()
    {
        Id = "a",
        Lang = "en",
        Text = "Drones hit a mill and hundreds fled at dawn.",
        Events = ["air_strike", "displacement"],
        Cues = new Dictionary<string, IReadOnlyList<string>>
        {
            ["air_strike"] = ["Drones hit"],
            ["displacement"] = ["fled"],
        },
    };

    /// <summary>"hit a" has one of the cue's two words, "at" none.</summary>
    [Fact]
    public void Words_in_common_and_where_the_strongest_evidence_lies_are_counted()
    {
        var report = Of(Row, Tag("air_strike", ("hit a", 2)), Tag("displacement", ("fled", 1), ("at", 3)));
        Assert.Equal((2, 0.5), (report.Tags, report.Pointing));
        Assert.Equal((2.0 / 4, 2.0 / 3, 3), (report.Words.Precision, report.Words.Recall, report.Words.Support));
    }

    [Fact]
    public void Event_types_that_were_not_found_or_are_not_true_are_left_out()
    {
        var report = Of(Row, Tag("protest", ("hit", 1)), Tag("air_strike", ("Drones", 1)));
        Assert.Equal((1, 1), (report.Tags, report.Words.Precision));
        Assert.Equal(0, Of(Row with { Events = [] }, Tag("air_strike", ("Drones", 1))).Tags);
    }

    [Fact]
    public void A_tag_without_evidence_points_nowhere()
    {
        var report = Of(Row, Tag("air_strike"));
        Assert.Equal((1, 0, 0), (report.Tags, report.Pointing, report.Words.Recall));
    }

    [Fact]
    public void A_row_without_cues_counts_nothing()
    {
        var bare = Row with { Cues = new Dictionary<string, IReadOnlyList<string>>() };
        var report = Of(bare, Tag("air_strike", ("hit", 1)));
        Assert.Equal((0, 0, 0), (report.Tags, report.Pointing, report.Words.F1));
    }

    private static EvidenceReport Of(CorpusRow row, params EventTag[] tags)
    {
        var report = new EvidenceReport();
        report.Add(row, tags);
        return report;
    }

    private static EventTag Tag(string label, params (string Words, float Weight)[] evidence) => new(label, 0.9f)
    {
        Evidence = [.. evidence.Select(e =>
        {
            var start = Row.Text.IndexOf(e.Words, StringComparison.Ordinal);
            return new Evidence(new(start, start + e.Words.Length), e.Weight);
        })],
    };
}
