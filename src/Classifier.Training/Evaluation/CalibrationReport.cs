using System.Globalization;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>
/// What the probabilities are worth: over all labels of all passages, of which most are plainly absent, and over the
/// tags that were given, which is what a user sees.
/// </summary>
internal static class CalibrationReport
{
    public const string Actors = "actors";
    public const string Events = "events";
    public const string GivenActors = "actors_given";
    public const string GivenEvents = "events_given";

    /// <summary>Stance toward actors that were rightly given.</summary>
    public const string GivenStance = "stance_given";

    /// <summary>Expected calibration errors by the names they have in JSON.</summary>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<Answer> answers, TaxonomyCatalog taxonomy) =>
        new Dictionary<string, double>(StringComparer.Ordinal)
        {
            [Actors] = Error(answers, a => OfLabels(a, taxonomy.ActorIds, 0, r => r.Actors)),
            [Events] = Error(answers, a => OfLabels(a, taxonomy.EventIds, taxonomy.ActorIds.Count, r => r.Events)),
            [GivenActors] = Error(
                answers, a => a.Tags.Actors.Select(t => (t.Score, a.Row.Actors.Contains(t.Label)))),
            [GivenEvents] = Error(
                answers, a => a.Tags.Events.Select(t => (t.Score, a.Row.Events.Contains(t.Label)))),
            [GivenStance] = Error(answers, Stances),
        };

    /// <summary>In words, for people.</summary>
    public static string Told(IReadOnlyDictionary<string, double> errors)
    {
        string Of(string name) => errors[name].ToString("0.000", CultureInfo.InvariantCulture);
        return $"over all labels of all passages {Of(Actors)} (actors) and {Of(Events)} (events), over the tags given "
            + $"{Of(GivenActors)} (actors), {Of(GivenEvents)} (events) and {Of(GivenStance)} (stance toward actors rightly "
            + "given)";
    }

    private static double Error(IReadOnlyList<Answer> answers, Func<Answer, IEnumerable<(float Score, bool IsTrue)>> of)
    {
        var error = new CalibrationError();
        foreach (var (score, isTrue) in answers.SelectMany(of))
        {
            error.Add(score, isTrue);
        }

        return error.Value;
    }

    private static IEnumerable<(float Score, bool IsTrue)> OfLabels(
        Answer answer, IReadOnlyList<string> labels, int first, Func<CorpusRow, IReadOnlyList<string>> truth) =>
        labels.Select((label, i) => (answer.Probabilities[first + i], truth(answer.Row).Contains(label)));

    private static IEnumerable<(float Score, bool IsTrue)> Stances(Answer answer) => answer.Tags.Actors
        .Where(t => answer.Row.Actors.Contains(t.Label))
        .Select(t => (t.Stance.Score, answer.Row.Stance[t.Label] == t.Stance.Label));
}
