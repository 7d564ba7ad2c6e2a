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
    private const uint Other = 1;
    private const uint LoadedTarget = 2;
    private const uint LoadedOther = 3;
    private const uint HonorTarget = 4;
    private const uint HonorOther = 5;
    private const uint Edge = 6;

    private readonly FeatureSpec _spec;
    private readonly uint[] _ids;
    private readonly int[] _mentions;
    private readonly int[] _loaded;
    private readonly int[] _honors;
    private readonly bool[] _coloured;
    private readonly int _mask;

    /// <param name="spec">Weights and bits.</param>
    /// <param name="lexicon">The lexicon whose hits the scratch holds.</param>
    /// <param name="actors">Actor labels, in the taxonomy's order.</param>
    public StanceFeatures(FeatureSpec spec, ConceptLexicon lexicon, IReadOnlyList<string> actors)
    {
        _spec = spec;
        _mask = spec.Buckets - 1;
        var names = lexicon.ConceptNames;
        _ids = [.. names.Select(n => FeatureHash.Of(Blocks.StanceConcept, n))];
        _mentions = [.. names.Select(n => IndexOf(actors, a => Concepts.Mentions(n, a)))];
        _loaded = [.. names.Select(n => IndexOf(actors, a => n == Concepts.Loaded + a))];
        _honors = [.. names.Select(n => IndexOf(actors, a => n == Concepts.Honor + a))];
        _coloured = [.. names.Select(IsColoured)];
    }

    /// <summary>Whether any form of the actor stands in the text, that is whether there is a TARGET.</summary>
    public bool HasTarget(FeatureScratch scratch, int actor)
    {
        foreach (var hit in scratch.Concepts.Hits)
        {
            if (_mentions[hit.Concept] == actor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fills the scratch's stance features for one actor (index in the taxonomy).</summary>
    public void Extract(FeatureScratch scratch, int actor)
    {
        var into = scratch.Stance;
        into.Clear();
        AddConcepts(scratch, actor, into);
        AddWindow(scratch, actor, into);
        AddPassage(scratch.Text, into);
        AddCues(scratch, actor, into);
    }

    private void AddConcepts(FeatureScratch scratch, int actor, FeatureList into)
    {
        var hits = scratch.Concepts.Hits;
        if (_spec.StanceConcepts == 0 || hits.Count == 0)
        {
            return;
        }

        var value = _spec.StanceConcepts / MathF.Sqrt(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (_mentions[hit.Concept] == actor)
            {
                AddOrder(hits, i, actor, value, into);
                continue;
            }

            var key = KeyOf(hit.Concept, actor);
            Add(Hash(Blocks.StanceConcept, key), value, hit, into);
            Add(Hash(Blocks.StanceNear, key, Place(scratch, hit, actor)), value, hit, into);
            if (_coloured[hit.Concept])
            {
                Add(Hash(Blocks.StanceActor, key, (uint)actor), value, hit, into);
            }
        }
    }

    /// <summary>What stands right before and right after the target, as concepts.</summary>
    private void AddOrder(IReadOnlyList<ConceptHit> hits, int i, int actor, float value, FeatureList into)
    {
        var before = i > 0 ? KeyOf(hits[i - 1].Concept, actor) : Edge;
        var after = i + 1 < hits.Count ? KeyOf(hits[i + 1].Concept, actor) : Edge;
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
        foreach (var hit in scratch.Concepts.Hits)
        {
            if (_mentions[hit.Concept] != actor)
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
        var view = text.Folded;
        var words = _spec.StancePassage / MathF.Sqrt(Math.Max(1, view.Count));
        for (var i = 0; i < view.Count && words > 0; i++)
        {
            var hash = FeatureExtractor.AddToken(FeatureHash.Begin(Blocks.StancePassageWord), text, view, i);
            into.Add(Bucket(FeatureHash.Finish(hash)), words, i, i);
        }

        var grams = _spec.StanceChars / MathF.Sqrt(Math.Max(1, view.Text.Length * 2));
        for (var i = 0; i < view.Count && grams > 0; i++)
        {
            AddGrams(view.Bounded(i), i, grams, into);
        }
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

        AddWhole(Hash(Blocks.StanceActor, Edge, (uint)actor), into);
        AddWhole(Hash(Blocks.StanceCue, 200 + (HasTarget(scratch, actor) ? 1u : 0u)), into);
    }

    private void AddWhole(uint hash, FeatureList into) =>
        into.Add(Bucket(hash), _spec.Cues, FeatureList.WholeText, FeatureList.WholeText);

    /// <summary>Side, distance class and sentence of a hit as seen from the nearest mention.</summary>
    private uint Place(FeatureScratch scratch, ConceptHit hit, int actor)
    {
        var (best, side) = (int.MaxValue, 0u);
        var sameSentence = false;
        foreach (var target in scratch.Concepts.Hits)
        {
            if (_mentions[target.Concept] != actor)
            {
                continue;
            }

            var distance = hit.First > target.Last ? hit.First - target.Last : Math.Max(0, target.First - hit.Last);
            if (distance < best)
            {
                best = distance;
                side = hit.First > target.Last ? 1u : 0u;
                sameSentence = scratch.Text.Tokens[hit.First].Sentence == scratch.Text.Tokens[target.First].Sentence;
            }
        }

        return best == int.MaxValue ? 9 : (sameSentence ? DistanceClass(best) : 3u) * 2 + side;
    }

    private static uint DistanceClass(int tokens) => tokens switch
    {
        <= 2 => 0,
        <= 7 => 1,
        _ => 2,
    };

    private uint KeyOf(int concept, int actor)
    {
        if (_loaded[concept] >= 0)
        {
            return _loaded[concept] == actor ? LoadedTarget : LoadedOther;
        }

        if (_honors[concept] >= 0)
        {
            return _honors[concept] == actor ? HonorTarget : HonorOther;
        }

        return _mentions[concept] >= 0 && _mentions[concept] != actor ? Other : _ids[concept];
    }

    private void Add(uint hash, float value, ConceptHit hit, FeatureList into) =>
        into.Add(Bucket(hash), value, hit.First, hit.Last);

    private int Bucket(uint hash) => (int)(hash & (uint)_mask);

    private static uint Hash(uint block, uint a) =>
        FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(block), a));

    private static uint Hash(uint block, uint a, uint b) =>
        FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(block), a), b));

    private static bool IsColoured(string concept) =>
        concept.StartsWith("polarity.", StringComparison.Ordinal)
        || concept.StartsWith(Concepts.Loaded, StringComparison.Ordinal)
        || concept.StartsWith(Concepts.Honor, StringComparison.Ordinal)
        || concept.StartsWith("voice.", StringComparison.Ordinal);

    private static int IndexOf(IReadOnlyList<string> actors, Func<string, bool> matches)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (matches(actors[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
