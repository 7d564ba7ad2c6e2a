using Classifier.Core;

namespace Classifier.Service.Tagging;

/// <summary>Turns the parts of a passage's tags into messages.</summary>
internal static class TagMapper
{
    public static V1.Language Language(PassageTags tags) =>
        new() { Tag = tags.Language.Tag, Score = Rounded.Of(tags.Language.Score) };

    public static IEnumerable<V1.ActorTag> Actors(PassageTags tags, TagSettings settings, OffsetMap offsets) =>
        tags.Actors.Select(actor => new V1.ActorTag
        {
            Label = actor.Label,
            Score = Rounded.Of(actor.Score),
            Evidence = Evidence(actor.Evidence, settings, offsets),
            Stance = new()
            {
                Label = actor.Stance.Label,
                Score = Rounded.Of(actor.Stance.Score),
                Evidence = Evidence(actor.StanceEvidence, settings, offsets),
            },
        });

    public static IEnumerable<V1.EventTag> Events(PassageTags tags, TagSettings settings, OffsetMap offsets) =>
        tags.Events.Select(found => new V1.EventTag
        {
            Label = found.Label,
            Score = Rounded.Of(found.Score),
            Evidence = Evidence(found.Evidence, settings, offsets),
        });

    private static V1.Evidence? Evidence(IReadOnlyList<Evidence> evidence, TagSettings settings, OffsetMap offsets) =>
        settings.WithEvidence ? offsets.Map(evidence) : null;
}
