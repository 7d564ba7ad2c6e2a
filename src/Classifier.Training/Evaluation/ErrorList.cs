using System.Globalization;
using System.Text.Json;
using Classifier.Core;

namespace Classifier.Training.Evaluation;

/// <summary>Rows with wrong answers, for reading one by one.</summary>
internal static class ErrorList
{
    public static void Write(string? path, PassageEvaluation evaluation)
    {
        if (path is null)
        {
            return;
        }

        File.WriteAllLines(path, evaluation.Answers.Where(IsWrong).Select(a => JsonSerializer.Serialize(
            new
            {
                a.Row.Id,
                a.Row.Lang,
                a.Row.Date,
                a.Row.Text,
                Truth = new { a.Row.Actors, a.Row.Events, a.Row.Stance },
                Answer = new
                {
                    Language = a.Tags.Language.Tag,
                    Actors = a.Tags.Actors.Select(t => Show(t.Label, t.Score)),
                    Events = a.Tags.Events.Select(t => Show(t.Label, t.Score)),
                    a.GivenActor,
                },
            },
            CoreJson.Lines)));
    }

    private static string Show(string label, float score) =>
        string.Create(CultureInfo.InvariantCulture, $"{label} {score:0.00}");

    private static bool IsWrong(Answer answer) =>
        answer.Tags.Language.Tag != answer.Row.Lang
        || !answer.Tags.Actors.Select(t => t.Label).ToHashSet().SetEquals(answer.Row.Actors)
        || !answer.Tags.Events.Select(t => t.Label).ToHashSet().SetEquals(answer.Row.Events)
        || answer.GivenActor.Any(p => answer.Row.Stance[p.Key] != p.Value);
}
