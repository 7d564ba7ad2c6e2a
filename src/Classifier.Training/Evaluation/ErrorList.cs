using System.Globalization;
using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Files;

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

        using var file = OutputFile.At(path);
        foreach (var answer in evaluation.Answers.Where(IsWrong))
        {
            JsonSerializer.Serialize(file.Stream, Row(answer), CoreJson.Lines);
            file.Stream.WriteByte((byte)'\n');
        }

        file.Publish();
    }

    private static object Row(Answer answer) => new
    {
        answer.Row.Id,
        answer.Row.Lang,
        answer.Row.Date,
        answer.Row.Text,
        Truth = new { answer.Row.Actors, answer.Row.Events, answer.Row.Stance },
        Answer = new
        {
            Language = answer.Tags.Language.Tag,
            Actors = answer.Tags.Actors.Select(t => Show(t.Label, t.Score)),
            Events = answer.Tags.Events.Select(t => Show(t.Label, t.Score)),
            answer.GivenActor,
        },
    };

    private static string Show(string label, float score) =>
        string.Create(CultureInfo.InvariantCulture, $"{label} {score:0.00}");

    private static bool IsWrong(Answer answer) =>
        answer.Tags.Language.Tag != answer.Row.Lang
        || !answer.Tags.Actors.Select(t => t.Label).ToHashSet().SetEquals(answer.Row.Actors)
        || !answer.Tags.Events.Select(t => t.Label).ToHashSet().SetEquals(answer.Row.Events)
        || answer.GivenActor.Any(p => answer.Row.Stance[p.Key] != p.Value);
}
