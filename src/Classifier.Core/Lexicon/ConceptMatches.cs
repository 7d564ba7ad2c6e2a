using System.Runtime.InteropServices;

namespace Classifier.Core.Lexicon;

/// <summary>What the lexicon found in one text. Reusable scratch; belongs to one call at a time.</summary>
public sealed class ConceptMatches
{
    private readonly List<PhraseMatch> _candidates = [];
    private readonly List<ConceptHit> _hits = [];

    /// <summary>Hits ordered by first token, then by concept.</summary>
    public IReadOnlyList<ConceptHit> Hits => _hits;

    /// <summary>The same hits, for loops that count.</summary>
    internal ReadOnlySpan<ConceptHit> HitSpan => CollectionsMarshal.AsSpan(_hits);

    internal List<PhraseMatch> Candidates => _candidates;

    internal void Clear()
    {
        _candidates.Clear();
        _hits.Clear();
    }

    internal void Add(ConceptHit hit) => _hits.Add(hit);

    /// <summary>
    /// Sorts the hits; two forms of one concept at one place, or a form and an implied one, count once.
    /// </summary>
    internal void Order()
    {
        CollectionsMarshal.AsSpan(_hits).Sort(static (a, b) =>
            a.First != b.First ? a.First.CompareTo(b.First)
            : a.Concept != b.Concept ? a.Concept.CompareTo(b.Concept)
            : a.Last != b.Last ? a.Last.CompareTo(b.Last)
            : a.IsImplied.CompareTo(b.IsImplied));
        var kept = 0;
        for (var i = 0; i < _hits.Count; i++)
        {
            var hit = _hits[i];
            if (kept == 0 || (_hits[kept - 1] with { IsImplied = hit.IsImplied }) != hit)
            {
                _hits[kept++] = hit;
            }
        }

        _hits.RemoveRange(kept, _hits.Count - kept);
    }
}
