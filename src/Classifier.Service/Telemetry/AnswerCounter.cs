using Classifier.V1;

namespace Classifier.Service.Telemetry;

/// <summary>Counts what is in an answer. Reads labels and languages only, never a text.</summary>
internal sealed class AnswerCounter(CallMetrics metrics)
{
    private const string Tagging = "tag";
    private const string Detecting = "detect";
    private const string Answered = "answered";
    private const string Untagged = "untagged";
    private const string Refused = "refused";
    private const string NoLanguage = "none";

    public void Count(object response)
    {
        switch (response)
        {
            case TagDocumentResponse document:
                Each(document.Passages, p => Tagged(p.Language.Tag, p.HasUntaggedReason, p.Actors, p.Events));
                break;
            case TagPassagesResponse batch:
                Each(batch.Results, Count);
                break;
            case TagPassageStreamResponse item:
                Count(item.Result);
                break;
            case DetectLanguageResponse languages:
                Each(languages.Results, Count);
                break;
        }
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> count)
    {
        foreach (var item in items)
        {
            count(item);
        }
    }

    private void Count(PassageResult result)
    {
        if (result.Error is null)
        {
            Tagged(result.Language.Tag, result.HasUntaggedReason, result.Actors, result.Events);
        }
        else
        {
            metrics.Passage(Tagging, NoLanguage, Refused);
        }
    }

    private void Count(LanguageResult result) => metrics.Passage(
        Detecting, result.Language?.Tag ?? NoLanguage, result.Error is null ? Answered : Refused);

    private void Tagged(string language, bool untagged, IEnumerable<ActorTag> actors, IEnumerable<EventTag> events)
    {
        metrics.Passage(Tagging, language, untagged ? Untagged : Answered);
        Each(events, e => metrics.Label("event", e.Label));
        Each(actors, actor =>
        {
            metrics.Label("actor", actor.Label);
            metrics.Label("stance", actor.Stance.Label);
        });
    }
}
