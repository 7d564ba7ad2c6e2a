using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// Concepts as features: which ones, which twice, which follow each other, which share a sentence, and the words
/// beside them. Concepts are the same in all languages, so what is learned in one serves the others.
/// </summary>
internal sealed class ConceptFeatures
{
    /// <summary>How many concepts on an actor and an event still belong together; keeps the time linear.</summary>
    private const int Reach = 64;

    private readonly FeatureSpec _spec;
    private readonly uint[] _ids;
    private readonly bool[] _isActor;
    private readonly bool[] _isEvent;
    private readonly int _mask;

    public ConceptFeatures(ConceptLexicon lexicon, FeatureSpec spec)
    {
        _spec = spec;
        _mask = spec.Buckets - 1;
        _ids = [.. lexicon.ConceptNames.Select(n => FeatureHash.Of(Blocks.Concept, n))];
        _isActor = [.. lexicon.ConceptNames.Select(IsActorLike)];
        _isEvent = [.. lexicon.ConceptNames.Select(n => n.StartsWith(Concepts.Event, StringComparison.Ordinal))];
    }

    public void Add(FeatureScratch scratch, FeatureList into)
    {
        var hits = scratch.Concepts.HitSpan;
        if (scratch.Seen.Length < _ids.Length * 2)
        {
            scratch.Seen = new bool[_ids.Length * 2];
        }

        AddPresence(hits, scratch.Seen, into);
        if (_spec.ConceptPairs > 0 && hits.Length > 0)
        {
            AddSequence(scratch.Text, hits, into);
        }
    }

    private void AddPresence(ReadOnlySpan<ConceptHit> hits, bool[] seen, FeatureList into)
    {
        if (_spec.Concepts == 0)
        {
            return;
        }

        Array.Clear(seen);
        foreach (var hit in hits)
        {
            var twice = seen[hit.Concept] && !seen[_ids.Length + hit.Concept];
            if (!seen[hit.Concept])
            {
                into.Add(Bucket(_ids[hit.Concept]), _spec.Concepts, hit.First, hit.Last);
                seen[hit.Concept] = true;
            }
            else if (twice)
            {
                into.Add(Bucket(Mix(Blocks.ConceptTwice, _ids[hit.Concept])), _spec.Concepts, hit.First, hit.Last);
                seen[_ids.Length + hit.Concept] = true;
            }
        }
    }

    private void AddSequence(NormalizedText text, ReadOnlySpan<ConceptHit> hits, FeatureList into)
    {
        var value = _spec.ConceptPairs / MathF.Sqrt(hits.Length);
        for (var i = 0; i < hits.Length; i++)
        {
            AddNeighbourWords(text, hits[i], value, into);
            AddFollowers(text, hits, i, value, into);
        }
    }

    private void AddFollowers(
        NormalizedText text, ReadOnlySpan<ConceptHit> hits, int i, float value, FeatureList into)
    {
        var hit = hits[i];
        var end = Math.Min(hits.Length, i + 1 + Reach);
        for (var j = i + 1; j < end && SameSentence(text, hit, hits[j]); j++)
        {
            var other = hits[j];
            if (j <= i + 2)
            {
                var pair = FeatureHash.Add(
                    FeatureHash.Add(FeatureHash.Begin(Blocks.ConceptPair), _ids[hit.Concept]), _ids[other.Concept]);
                into.Add(Bucket(FeatureHash.Finish(pair)), value, hit.First, other.Last);
            }

            if ((_isActor[hit.Concept] && _isEvent[other.Concept])
                || (_isEvent[hit.Concept] && _isActor[other.Concept]))
            {
                var (actor, action) = _isActor[hit.Concept] ? (hit, other) : (other, hit);
                var together = FeatureHash.Add(
                    FeatureHash.Add(FeatureHash.Begin(Blocks.ConceptTogether), _ids[actor.Concept]),
                    _ids[action.Concept]);
                into.Add(Bucket(FeatureHash.Finish(together)), value, hit.First, other.Last);
            }
        }
    }

    private void AddNeighbourWords(NormalizedText text, ConceptHit hit, float value, FeatureList into)
    {
        if (hit.First > 0 && !text.Tokens[hit.First].BreakBefore)
        {
            var hash = FeatureHash.Add(FeatureHash.Begin(Blocks.WordConcept), _ids[hit.Concept]);
            hash = FeatureExtractor.AddToken(hash, text, text.Folded, hit.First - 1);
            into.Add(Bucket(FeatureHash.Finish(hash)), value, hit.First - 1, hit.Last);
        }

        if (hit.Last + 1 < text.Tokens.Length && !text.Tokens[hit.Last + 1].BreakBefore)
        {
            var hash = FeatureHash.Add(FeatureHash.Begin(Blocks.ConceptWord), _ids[hit.Concept]);
            hash = FeatureExtractor.AddToken(hash, text, text.Folded, hit.Last + 1);
            into.Add(Bucket(FeatureHash.Finish(hash)), value, hit.First, hit.Last + 1);
        }
    }

    private static bool SameSentence(NormalizedText text, ConceptHit a, ConceptHit b) =>
        text.Tokens[a.First].Sentence == text.Tokens[b.First].Sentence;

    private static bool IsActorLike(string concept) =>
        Concepts.NamesAnActor(concept)
        || concept.StartsWith("place.", StringComparison.Ordinal)
        || concept.StartsWith("adj.", StringComparison.Ordinal);

    private int Bucket(uint hash) => (int)(hash & (uint)_mask);

    private static uint Mix(uint block, uint id) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(block), id));
}
