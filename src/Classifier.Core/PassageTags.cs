using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core;

/// <summary>A label with its probability, 0 to 1.</summary>
public readonly record struct ScoredLabel(string Label, float Score);

/// <summary>Words that gave an answer, and how much of it.</summary>
/// <param name="Span">UTF-16 range in the text that was tagged.</param>
/// <param name="Weight">
/// Log-odds that the words add, above 0. Where networks answer (actors and event types), at the rate at which they add
/// them here, and a word's vote counts by how far it differs from the other words' mean vote.
/// </param>
public readonly record struct Evidence(TextSpan Span, float Weight);

/// <summary>An actor found in a passage, with the passage's stance toward it.</summary>
public sealed record ActorTag(string Label, float Score, ScoredLabel Stance)
{
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<Evidence> StanceEvidence { get; init; } = [];
}

/// <summary>An event type found in a passage.</summary>
public sealed record EventTag(string Label, float Score)
{
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <summary>Why a passage carries no tags.</summary>
public enum UntaggedReason
{
    None,

    /// <summary>Its language is not one that the tag models know, or there was too little text to tell.</summary>
    LanguageNotSupported,
}

/// <summary>Everything told about one passage.</summary>
public sealed record PassageTags(
    LanguageGuess Language, IReadOnlyList<ActorTag> Actors, IReadOnlyList<EventTag> Events, UntaggedReason Untagged)
{
    /// <summary>Why there are no tags, as answers name it; null where the passage was tagged.</summary>
    public string? UntaggedName => Untagged switch
    {
        UntaggedReason.None => null,
        UntaggedReason.LanguageNotSupported => "LANGUAGE_NOT_SUPPORTED",
        _ => throw new InvalidOperationException($"{Untagged} has no name."),
    };
}

/// <summary>A passage of a document with its tags.</summary>
/// <param name="Passage">Where it stands; offsets in its tags are relative to the document too.</param>
/// <param name="Tags">What was found.</param>
public sealed record DocumentPassage(Passage Passage, PassageTags Tags);

/// <summary>A document's passages in order, and the parts that belong to none.</summary>
public sealed record DocumentTags(IReadOnlyList<DocumentPassage> Passages, IReadOnlyList<Aside> Asides);

/// <summary>What the caller wants to know beside the labels.</summary>
/// <param name="Date">When the text appeared, null if unknown; some names change their meaning with it.</param>
/// <param name="WithEvidence">Also give the words behind each tag.</param>
public readonly record struct TagOptions(PassageDate? Date = null, bool WithEvidence = false);
