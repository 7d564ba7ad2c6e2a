namespace Classifier.Core.Lexicon;

/// <summary>What the lexicon found in one text. Reusable scratch; belongs to one call at a time.</summary>
public sealed class ConceptMatches
{
    private readonly List<PhraseMatch> _candidates = [];
    private readonly List<ConceptHit> _hits = [];

    /// <summary>Hits ordered by first token, then by concept.</summary>
    public IReadOnlyList<ConceptHit> Hits => _hits;

    internal List<PhraseMatch> Candidates => _candidates;

    internal void Clear()
    {
        _candidates.Clear();
        _hits.Clear();
    }

    internal void Add(ConceptHit hit) => _hits.Add(hit);

    internal void Order() => _hits.Sort(static (a, b) =>
        a.First != b.First ? a.First.CompareTo(b.First) : a.Concept.CompareTo(b.Concept));
}
