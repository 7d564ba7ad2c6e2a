using Classifier.V1;
using Google.Protobuf.Collections;

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
                foreach (var passage in document.Passages)
                {
                    Tagged(passage.Language.Tag, passage.HasUntaggedReason, passage.Actors, passage.Events);
                }

                break;
            case TagPassagesResponse batch:
                foreach (var result in batch.Results)
                {
                    Count(result);
                }

                break;
            case TagPassageStreamResponse item:
                Count(item.Result);
                break;
            case DetectLanguageResponse languages:
                foreach (var result in languages.Results)
                {
                    Count(result);
                }

                break;
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

    private void Tagged(string language, bool untagged, RepeatedField<ActorTag> actors, RepeatedField<EventTag> events)
    {
        metrics.Passage(Tagging, language, untagged ? Untagged : Answered);
        foreach (var found in events)
        {
            metrics.Label("event", found.Label);
        }

        foreach (var actor in actors)
        {
            metrics.Label("actor", actor.Label);
            metrics.Label("stance", actor.Stance.Label);
        }
    }
}
