using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Training.Evaluation;

/// <summary>What a bundle said about one labelled passage.</summary>
/// <param name="Row">The passage with its labels.</param>
/// <param name="Tags">The bundle's answer, end to end, the language found by itself.</param>
/// <param name="GivenActor">Its stance toward each true actor, given the language and the actor.</param>
/// <param name="Probabilities">Of all actors, then all event types, given the language.</param>
internal sealed record Answer(
    CorpusRow Row,
    PassageTags Tags,
    IReadOnlyDictionary<string, string> GivenActor,
    IReadOnlyList<float> Probabilities);

/// <summary>Reports over all rows and for each slice of them.</summary>
internal sealed class PassageEvaluation
{
    private PassageEvaluation(IReadOnlyList<Answer> answers, PassageClassifier classifier)
    {
        Answers = answers;
        var taxonomy = classifier.Bundle.Taxonomy;
        string[] tags = [.. Languages.Tagged.Select(l => l.Tag), Languages.Undetermined];
        Language = Report(tags, a => [a.Row.Lang], a => [a.Tags.Language.Tag]);
        Actors = Report(taxonomy.ActorIds, a => a.Row.Actors, a => [.. a.Tags.Actors.Select(t => t.Label)]);
        Events = Report(taxonomy.EventIds, a => a.Row.Events, a => [.. a.Tags.Events.Select(t => t.Label)]);
        StanceGivenActor = ReportPairs(taxonomy.StanceIds, a => a.GivenActor);
        Calibration = CalibrationReport.Of(answers, taxonomy);
        StanceEndToEnd = ReportPairs(
            taxonomy.StanceIds,
            a => a.Tags.Actors.ToDictionary(t => t.Label, t => t.Stance.Label, StringComparer.Ordinal));
        Evidence = BySlice(
            answers.Where(a => a.Row.Cues.Count > 0),
            () => new EvidenceReport(),
            (report, answer) => report.Add(answer.Row, answer.Tags.Events));
    }

    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>Expected calibration errors by the names of <see cref="CalibrationReport"/>.</summary>
    public IReadOnlyDictionary<string, double> Calibration { get; }

    public IReadOnlyDictionary<string, ClassificationReport> Language { get; }

    public IReadOnlyDictionary<string, ClassificationReport> Actors { get; }

    public IReadOnlyDictionary<string, ClassificationReport> Events { get; }

    public IReadOnlyDictionary<string, ClassificationReport> StanceGivenActor { get; }

    public IReadOnlyDictionary<string, ClassificationReport> StanceEndToEnd { get; }

    /// <summary>Evidence of event types; empty where no passage has cues.</summary>
    public IReadOnlyDictionary<string, EvidenceReport> Evidence { get; }

    /// <summary>All reports by the names they have in JSON.</summary>
    public IEnumerable<(string Name, IReadOnlyDictionary<string, ClassificationReport> Reports)> Families =>
    [
        ("language", Language), ("actors", Actors), ("events", Events),
        ("stance_given_actor", StanceGivenActor), ("stance_end_to_end", StanceEndToEnd),
    ];

    /// <summary>Runs the bundle over the rows, on all cores.</summary>
    public static PassageEvaluation Run(
        PassageClassifier classifier, IReadOnlyList<CorpusRow> rows, IProgressSink progress)
    {
        using var step = progress.Begin("evaluate", rows.Count);
        var answers = new Answer[rows.Count];
        Parallel.For(0, rows.Count, i =>
        {
            answers[i] = AnswerTo(rows[i], classifier);
            step.Advance();
        });
        return new(answers, classifier);
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, reports) in Families)
        {
            json[name] =
                new JsonObject(reports.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value.ToJson())));
        }

        json["intervals"] = new JsonObject(
            Families.Skip(1).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Intervals(f.Reports))));
        json["calibration_error"] = new JsonObject(
            Calibration.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, Math.Round(c.Value, 4))));
        if (Evidence.Count > 0)
        {
            json["evidence"] =
                new JsonObject(Evidence.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, e.Value.ToJson())));
        }

        return json;
    }

    private static JsonObject Intervals(IReadOnlyDictionary<string, ClassificationReport> reports) => new(
        reports.Select(r => (r.Key, r.Value.Interval)).Select(r => KeyValuePair.Create<string, JsonNode?>(
            r.Key, new JsonArray(Math.Round(r.Interval.Low, 4), Math.Round(r.Interval.High, 4)))));

    private static Answer AnswerTo(CorpusRow row, PassageClassifier classifier) => new(
        row,
        classifier.Tag(row.Text, new(row.When, WithEvidence: true)),
        Stances(classifier, row),
        classifier.Probabilities(row.Text, Languages.IndexOf(row.Lang), row.When));

    private static Dictionary<string, string> Stances(PassageClassifier classifier, CorpusRow row)
    {
        var ids = classifier.Bundle.Taxonomy.ActorIds;
        return row.Actors.ToDictionary(
            a => a,
            a => classifier.StanceToward(
                row.Text,
                Languages.IndexOf(row.Lang),
                row.When,
                Enumerable.Range(0, ids.Count).First(i => ids[i] == a)).Label,
            StringComparer.Ordinal);
    }

    private Dictionary<string, ClassificationReport> Report(
        IReadOnlyList<string> labels,
        Func<Answer, IReadOnlyCollection<string>> truth,
        Func<Answer, IReadOnlyCollection<string>> given)
    {
        var reports = BySlice(
            Answers,
            () => new ClassificationReport(labels),
            (report, answer) => report.Add(truth(answer), given(answer)));
        reports.TryAdd(Slices.All, new(labels));
        return reports;
    }

    /// <summary>A report for each slice of the answers, to which each of its answers is added.</summary>
    private static Dictionary<string, T> BySlice<T>(
        IEnumerable<Answer> answers, Func<T> begin, Action<T, Answer> add)
    {
        var reports = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            foreach (var key in Slices.Of(answer.Row))
            {
                reports.TryAdd(key, begin());
                add(reports[key], answer);
            }
        }

        return reports;
    }

    /// <summary>Counts pairs of an actor and a stance; a pair is right when both are.</summary>
    private Dictionary<string, ClassificationReport> ReportPairs(
        IReadOnlyList<string> labels, Func<Answer, IReadOnlyDictionary<string, string>> given)
    {
        var reports =
            new Dictionary<string, ClassificationReport>(StringComparer.Ordinal) { [Slices.All] = new(labels) };
        foreach (var answer in Answers)
        {
            var answers = given(answer);
            foreach (var actor in answer.Row.Actors.Union(answers.Keys, StringComparer.Ordinal))
            {
                foreach (var key in Slices.Of(answer.Row))
                {
                    reports.TryAdd(key, new(labels));
                    reports[key].Add(Of(answer.Row.Stance, actor), Of(answers, actor));
                }
            }
        }

        return reports;
    }

    private static string[] Of(IReadOnlyDictionary<string, string> stances, string actor) =>
        stances.TryGetValue(actor, out var stance) ? [stance] : [];
}
