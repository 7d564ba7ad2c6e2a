using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

/// <summary>
/// The bundle's own answers are taken for the truth and then bent in known places, so that every number can be worked
/// out by hand, whatever the bundle has learned.
/// </summary>
public sealed class PassageEvaluationTests
{
    private readonly PassageClassifier _classifier;
    private readonly List<CorpusRow> _agreed;

    public PassageEvaluationTests(TinyBundle bundle)
    {
        _classifier = bundle.Classifier;
        _agreed = [.. CorpusReader.Read(TinyModels.Corpus).Select(Agree)];
    }

    [Fact]
    public void A_truth_that_agrees_scores_one_everywhere()
    {
        var evaluation = Evaluate(_agreed);
        Assert.Equal(
            ["language", "actors", "events", "stance_given_actor", "stance_end_to_end"],
            evaluation.Families.Select(f => f.Name));
        Assert.All(
            evaluation.Families, f => Assert.Equal((1, 1), (f.Reports["all"].Micro.F1, f.Reports["all"].Macro.F1)));
        Assert.All(["en", "nl", "kmr", "ckb"], l => Assert.Equal(15, evaluation.Actors[l].Rows));
    }

    /// <summary>Of sixty rows, fifteen a language, three Dutch ones are called English by the truth.</summary>
    [Fact]
    public void A_wrong_language_costs_both_languages()
    {
        var bent = _agreed.Where(r => r.Lang == "nl").Take(3).Select(r => r.Id).ToList();
        var evaluation = Evaluate([.. _agreed.Select(r => bent.Contains(r.Id) ? r with { Lang = "en" } : r)]);
        var report = evaluation.Language["all"];
        Assert.Equal(["en", "nl", "kmr", "ckb", "und"], report.Labels);
        Assert.Equal((1.0, 15.0 / 18, 18), (report[0].Precision, report[0].Recall, report[0].Support));
        Assert.Equal((12.0 / 15, 1.0, 12), (report[1].Precision, report[1].Recall, report[1].Support));
        Assert.Equal(57.0 / 60, report.Micro.F1, 12);
        Assert.Equal(18, evaluation.Language["en"].Rows);
    }

    /// <summary>
    /// The first row with an actor loses it in the truth: one given too many, and no stance to be given.
    /// </summary>
    [Fact]
    public void An_actor_too_many_costs_precision_and_its_stance_end_to_end()
    {
        var total = _agreed.Sum(r => r.Actors.Count);
        var bent = _agreed.First(r => r.Actors.Count > 0);
        var evaluation = Evaluate([.. _agreed.Select(r => r != bent ? r : r with
        {
            Actors = [.. r.Actors.Skip(1)],
            Stance = r.Stance.Where(s => s.Key != r.Actors[0]).ToDictionary(),
        })]);
        foreach (var report in new[] { evaluation.Actors["all"], evaluation.StanceEndToEnd["all"] })
        {
            Assert.Equal(
                ((total - 1.0) / total, 1.0, total - 1),
                (report.Micro.Precision, report.Micro.Recall, report.Micro.Support));
        }

        Assert.Equal(1, evaluation.StanceGivenActor["all"].Micro.F1);
    }

    [Fact]
    public void A_wrong_stance_costs_both_stance_reports_and_no_actor()
    {
        var total = _agreed.Sum(r => r.Actors.Count);
        var bent = _agreed.First(r => r.Actors.Count > 0);
        var other = bent.Stance[bent.Actors[0]] == "neutral" ? "favor" : "neutral";
        var stance = new Dictionary<string, string>(bent.Stance) { [bent.Actors[0]] = other };
        var evaluation = Evaluate([.. _agreed.Select(r => r == bent ? r with { Stance = stance } : r)]);
        Assert.Equal(1, evaluation.Actors["all"].Micro.F1);
        Assert.Equal((total - 1.0) / total, evaluation.StanceEndToEnd["all"].Micro.F1, 12);
        Assert.Equal((total - 1.0) / total, evaluation.StanceGivenActor["all"].Micro.F1, 12);
    }

    [Fact]
    public void Json_has_every_family_by_language_and_label()
    {
        var json = Evaluate(_agreed).ToJson();
        Assert.Equal(
            ["all", "en", "nl", "kmr", "ckb"],
            json["events"]!.AsObject().Select(p => p.Key).Where(k => !Slices.IsKind(k)));
        Assert.Equal(1, (double)json["actors"]!["all"]!["micro avg"]!["f1-score"]!);
        Assert.Equal(_classifier.Bundle.Taxonomy.EventIds.Count + 3, json["events"]!["nl"]!.AsObject().Count);
    }

    [Fact]
    public void Every_passage_lies_in_one_length_and_one_genre()
    {
        var events = Evaluate(_agreed).Events;
        foreach (var kind in new[] { "genre ", "length " })
        {
            Assert.Equal(
                60, events.Where(p => p.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(p => p.Value.Rows));
        }
    }

    [Fact]
    public void Json_tells_how_sure_the_scores_and_the_probabilities_are()
    {
        var json = Evaluate(_agreed).ToJson();
        var interval = json["intervals"]!["actors"]!["all"]!.AsArray();
        Assert.Equal((1, 1), ((double)interval[0]!, (double)interval[1]!));
        Assert.All(
            ["actors", "events", "actors_given", "events_given", "stance_given"],
            name => Assert.InRange((double)json["calibration_error"]![name]!, 0, 1));
    }

    [Fact]
    public void Over_tags_that_are_all_right_the_calibration_error_is_what_their_scores_lack()
    {
        var evaluation = Evaluate(_agreed);
        var actors = evaluation.Answers.SelectMany(a => a.Tags.Actors).ToList();
        Assert.Equal(
            actors.Average(t => 1 - (double)t.Score), evaluation.Calibration[CalibrationReport.GivenActors], 6);
        Assert.Equal(
            actors.Average(t => 1 - (double)t.Stance.Score), evaluation.Calibration[CalibrationReport.GivenStance], 6);
    }

    [Fact]
    public void Evidence_is_told_where_rows_have_cues()
    {
        Assert.Null(Evaluate(_agreed).ToJson()["evidence"]);
        var bent = _agreed.First(r => r.Events.Count > 0);
        var evidence = _classifier.Tag(bent.Text, new(bent.When, WithEvidence: true)).Events[0].Evidence;
        var cues = new Dictionary<string, IReadOnlyList<string>>
        {
            [bent.Events[0]] = [.. evidence.Select(e => e.Span.Of(bent.Text).ToString())],
        };
        var evaluation = Evaluate([.. _agreed.Select(r => r == bent ? r with { Cues = cues } : r)]);
        Assert.Equal((1, 1), (evaluation.Evidence["all"].Tags, evaluation.Evidence[bent.Lang].Words.F1));
        Assert.Equal(1, (double)evaluation.ToJson()["evidence"]!["all"]!["pointing"]!);
    }

    private CorpusRow Agree(CorpusRow row)
    {
        var tags = _classifier.Tag(row.Text, new(row.When));
        return row with
        {
            Lang = tags.Language.Tag,
            Actors = [.. tags.Actors.Select(a => a.Label)],
            Events = [.. tags.Events.Select(e => e.Label)],
            Stance = tags.Actors.ToDictionary(a => a.Label, a => a.Stance.Label),
        };
    }

    private PassageEvaluation Evaluate(IReadOnlyList<CorpusRow> rows) =>
        PassageEvaluation.Run(_classifier, rows, new SilentProgress());
}
