using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// The words of a passage that take sides, as features that a long text does not thin: one loaded name in the passage's
/// own voice decides ("the regime's jets"), the same name in a quotation or behind "said" does not.
/// </summary>
internal sealed class StanceMarks(FeatureSpec spec, StanceKeys keys)
{
    private const int Voices = 3;

    /// <summary>Words between a mark and its target at most, for the mark to be said of it.</summary>
    private const int Near = 2;

    /// <summary>How many hits before and after a mark may be its target; keeps the time linear.</summary>
    private const int Reach = 4;

    /// <summary>
    /// Where more than this share of the words is quoted, the passage is a quote and its voice the speaker's.
    /// </summary>
    private const double WholeQuote = 0.8;

    private readonly int _mask = spec.Buckets - 1;

    public void Add(FeatureScratch scratch, int actor, FeatureList into)
    {
        if (spec.StanceMarks == 0)
        {
            return;
        }

        var tokens = scratch.Text.Tokens;
        var reported = Reported(scratch);
        var seen = Cleared(scratch);
        var quoteIsVoice = IsQuote(tokens);
        var hits = scratch.Concepts.HitSpan;
        for (var i = 0; i < hits.Length; i++)
        {
            var hit = hits[i];
            if (!keys.IsColoured(hit.Concept))
            {
                continue;
            }

            var token = tokens[hit.First];
            var voice = token.Quoted && !quoteIsVoice ? 2u : reported[token.Sentence] ? 1u : 0u;
            var near = IsNearTarget(tokens, hits, i, actor);
            var slot = (((hit.Concept * Voices) + (int)voice) * 2) + (near ? 1 : 0);
            if (!seen[slot])
            {
                seen[slot] = true;
                AddMark(hit, voice, near, actor, into);
            }
        }
    }

    private void AddMark(ConceptHit hit, uint voice, bool near, int actor, FeatureList into)
    {
        var key = FeatureHash.Add(FeatureHash.Begin(Blocks.StanceMark), keys.Of(hit.Concept, actor));
        Add(FeatureHash.Add(key, voice), hit, into);
        Add(FeatureHash.Add(FeatureHash.Add(key, voice + Voices), (uint)actor), hit, into);
        if (near)
        {
            Add(FeatureHash.Add(key, voice + (2 * Voices)), hit, into);
        }
    }

    private bool IsNearTarget(ReadOnlySpan<Token> tokens, ReadOnlySpan<ConceptHit> hits, int at, int actor)
    {
        var mark = hits[at];
        for (var i = Math.Max(0, at - Reach); i < Math.Min(hits.Length, at + Reach + 1); i++)
        {
            var gap = Math.Max(hits[i].First - mark.Last, mark.First - hits[i].Last) - 1;
            if (keys.IsTarget(hits[i].Concept, actor) && gap <= Near
                && tokens[hits[i].First].Sentence == tokens[mark.First].Sentence)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(uint state, ConceptHit hit, FeatureList into) =>
        into.Add((int)(FeatureHash.Finish(state) & (uint)_mask), spec.StanceMarks, hit.First, hit.Last);

    private bool[] Reported(FeatureScratch scratch)
    {
        var tokens = scratch.Text.Tokens;
        var sentences = tokens.IsEmpty ? 0 : tokens[^1].Sentence + 1;
        if (scratch.Reported.Length < sentences)
        {
            scratch.Reported = new bool[sentences];
        }

        Array.Clear(scratch.Reported);
        foreach (var hit in scratch.Concepts.HitSpan)
        {
            scratch.Reported[tokens[hit.First].Sentence] |= keys.IsReporting(hit.Concept);
        }

        return scratch.Reported;
    }

    private bool[] Cleared(FeatureScratch scratch)
    {
        if (scratch.Seen.Length < keys.Count * Voices * 2)
        {
            scratch.Seen = new bool[keys.Count * Voices * 2];
        }

        Array.Clear(scratch.Seen);
        return scratch.Seen;
    }

    private static bool IsQuote(ReadOnlySpan<Token> tokens)
    {
        var quoted = 0;
        foreach (var token in tokens)
        {
            quoted += token.Quoted ? 1 : 0;
        }

        return quoted > WholeQuote * tokens.Length;
    }
}
