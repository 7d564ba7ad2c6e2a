using System.Runtime.InteropServices;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// A passage as one of its actors sees it. The actor's mentions become TARGET, other actors OTHER, so that "X praises
/// TARGET" is one feature whoever the target is; where a word or concept stands to the nearest mention counts.
/// Takes a scratch that <see cref="FeatureExtractor"/> has filled.
/// </summary>
public sealed class StanceFeatures
{
    private readonly FeatureSpec _spec;
    private readonly StanceKeys _keys;
    private readonly StanceMarks _marks;
    private readonly int _mask;

    /// <param name="spec">Weights and bits.</param>
    /// <param name="lexicon">The lexicon whose hits the scratch holds.</param>
    /// <param name="actors">Actor labels, in the taxonomy's order.</param>
    public StanceFeatures(FeatureSpec spec, ConceptLexicon lexicon, IReadOnlyList<string> actors)
    {
        _spec = spec;
        _mask = spec.Buckets - 1;
        _keys = new StanceKeys(lexicon, actors);
        _marks = new StanceMarks(spec, _keys);
        Words = new WordFeatures(this);
    }

    /// <summary>Whether any form of the actor stands in the text, that is whether there is a TARGET.</summary>
    public bool HasTarget(FeatureScratch scratch, int actor)
    {
        foreach (var hit in scratch.Concepts.HitSpan)
        {
            if (_keys.IsTarget(hit.Concept, actor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The features of single words, which are the same for every actor: words, and n-grams.</summary>
    internal IWordFeatures Words { get; }

    /// <summary>Fills the scratch's stance features for one actor (index in the taxonomy).</summary>
    public void Extract(FeatureScratch scratch, int actor)
    {
        var into = scratch.Stance;
        into.Clear();
        AddSurroundings(scratch, actor, into);
        AddPassage(scratch.Text, into);
        AddCues(scratch, actor, into);
    }

    /// <summary>The same without the features of single words.</summary>
    internal void ExtractBeyondWords(FeatureScratch scratch, int actor)
    {
        scratch.Stance.Clear();
        AddSurroundings(scratch, actor, scratch.Stance);
        AddCues(scratch, actor, scratch.Stance);
    }

    private void AddSurroundings(FeatureScratch scratch, int actor, FeatureList into)
    {
        AddConcepts(scratch, actor, into);
        _marks.Add(scratch, actor, into);
        AddWindow(scratch, actor, into);
    }

    private void AddConcepts(FeatureScratch scratch, int actor, FeatureList into)
    {
        var hits = scratch.Concepts.HitSpan;
        if (_spec.StanceConcepts == 0 || hits.Length == 0)
        {
            return;
        }

        var value = _spec.StanceConcepts / MathF.Sqrt(hits.Length);
        var targets = Targets(scratch, actor);
        for (var i = 0; i < hits.Length; i++)
        {
            var hit = hits[i];
            if (_keys.IsTarget(hit.Concept, actor))
            {
                AddOrder(hits, i, actor, value, into);
                continue;
            }

            var key = _keys.Of(hit.Concept, actor);
            Add(Hash(Blocks.StanceConcept, key), value, hit, into);
            Add(Hash(Blocks.StanceNear, key, targets.Place(scratch.Text.Tokens, hit)), value, hit, into);
            if (_keys.IsColoured(hit.Concept))
            {
                Add(Hash(Blocks.StanceActor, key, (uint)actor), value, hit, into);
            }
        }
    }

    /// <summary>What stands right before and right after the target, as concepts.</summary>
    private void AddOrder(ReadOnlySpan<ConceptHit> hits, int i, int actor, float value, FeatureList into)
    {
        var before = i > 0 ? _keys.Of(hits[i - 1].Concept, actor) : StanceKeys.Edge;
        var after = i + 1 < hits.Length ? _keys.Of(hits[i + 1].Concept, actor) : StanceKeys.Edge;
        Add(Hash(Blocks.StanceOrder, before, 0), value, hits[i], into);
        Add(Hash(Blocks.StanceOrder, after, 1), value, hits[i], into);
        Add(Hash(Blocks.StanceOrder, before, after), value, hits[i], into);
    }

    private void AddWindow(FeatureScratch scratch, int actor, FeatureList into)
    {
        var text = scratch.Text;
        if (_spec.StanceWords == 0)
        {
            return;
        }

        var value = _spec.StanceWords / MathF.Sqrt(_spec.StanceWindow * 2);
        foreach (var hit in scratch.Concepts.HitSpan)
        {
            if (!_keys.IsTarget(hit.Concept, actor))
            {
                continue;
            }

            var sentence = text.Tokens[hit.First].Sentence;
            for (var k = 1; k <= _spec.StanceWindow; k++)
            {
                AddNearWord(text, hit.First - k, sentence, k == 1 ? 0u : 1u, value, into);
                AddNearWord(text, hit.Last + k, sentence, k == 1 ? 2u : 3u, value, into);
            }
        }
    }

    private void AddNearWord(NormalizedText text, int token, int sentence, uint side, float value, FeatureList into)
    {
        if (token < 0 || token >= text.Tokens.Length || text.Tokens[token].Sentence != sentence)
        {
            return;
        }

        var hash = FeatureHash.Add(FeatureHash.Begin(Blocks.StanceWord), side);
        hash = FeatureExtractor.AddToken(hash, text, text.Folded, token);
        into.Add(Bucket(FeatureHash.Finish(hash)), value, token, token);
    }

    private void AddPassage(NormalizedText text, FeatureList into)
    {
        var share = 1 / FeatureExtractor.Divisor(text);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            AddOwn(text, i, share, into);
        }
    }

    /// <summary>The features that a word has on its own.</summary>
    private void AddOwn(NormalizedText text, int token, float share, FeatureList into)
    {
        if (_spec.StancePassage > 0)
        {
            AddWord(text, token, _spec.StancePassage * share, into);
        }

        if (_spec.StanceChars > 0)
        {
            AddGrams(
                text.Folded.Bounded(token), token, _spec.StanceChars * FeatureExtractor.GramShare * share, into);
        }
    }

    private void AddWord(NormalizedText text, int token, float value, FeatureList into)
    {
        var hash = FeatureExtractor.AddToken(FeatureHash.Begin(Blocks.StancePassageWord), text, text.Folded, token);
        into.Add(Bucket(FeatureHash.Finish(hash)), value, token, token);
    }

    private void AddGrams(ReadOnlySpan<char> word, int token, float value, FeatureList into)
    {
        for (var start = 0; start + 4 <= word.Length; start++)
        {
            var hash = FeatureHash.Add(FeatureHash.Begin(Blocks.StanceChars), word.Slice(start, 4));
            into.Add(Bucket(FeatureHash.Finish(hash)), value, token, token);
            if (start + 5 <= word.Length)
            {
                into.Add(Bucket(FeatureHash.Finish(FeatureHash.Add(hash, word[start + 4]))), value, token, token);
            }
        }
    }

    private void AddCues(FeatureScratch scratch, int actor, FeatureList into)
    {
        foreach (var cue in CueFeatures.Of(scratch.Text))
        {
            AddWhole(Hash(Blocks.StanceCue, cue), into);
        }

        AddWhole(Hash(Blocks.StanceActor, StanceKeys.Edge, (uint)actor), into);
        AddWhole(Hash(Blocks.StanceCue, 200 + (HasTarget(scratch, actor) ? 1u : 0u)), into);
    }

    private void AddWhole(uint hash, FeatureList into) =>
        into.Add(Bucket(hash), _spec.Cues, FeatureList.WholeText, FeatureList.WholeText);

    private NearestTarget Targets(FeatureScratch scratch, int actor)
    {
        scratch.Targets.Clear();
        foreach (var hit in scratch.Concepts.HitSpan)
        {
            if (_keys.IsTarget(hit.Concept, actor))
            {
                scratch.Targets.Add(hit);
            }
        }

        return new(CollectionsMarshal.AsSpan(scratch.Targets));
    }

    private void Add(uint hash, float value, ConceptHit hit, FeatureList into) =>
        into.Add(Bucket(hash), value, hit.First, hit.Last);

    private int Bucket(uint hash) => (int)(hash & (uint)_mask);

    private static uint Hash(uint block, uint a) =>
        FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(block), a));

    private static uint Hash(uint block, uint a, uint b) =>
        FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(block), a), b));

    private sealed class WordFeatures(StanceFeatures stances) : IWordFeatures
    {
        public void AddWord(NormalizedText text, int token, FeatureList into) => stances.AddOwn(text, token, 1, into);
    }
}
