using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// Where a hit stands to the nearest mention of an actor. Hits are asked for in their order, so a mention that another
/// one has come between is passed once and never looked at again, which keeps the time linear.
/// </summary>
/// <param name="targets">The actor's mentions, in the order of hits.</param>
internal ref struct NearestTarget(ReadOnlySpan<ConceptHit> targets)
{
    private const uint None = 9;
    private const uint OtherSentence = 3;

    private readonly ReadOnlySpan<ConceptHit> _targets = targets;
    private int _nearestBefore;
    private int _next;

    /// <summary>
    /// Side, distance class and sentence of a hit as seen from the nearest mention, the first of equals.
    /// </summary>
    public uint Place(ReadOnlySpan<Token> tokens, ConceptHit hit)
    {
        PassThoseBefore(hit);
        var (best, nearest) = (int.MaxValue, default(ConceptHit));
        for (var i = _nearestBefore; i < _targets.Length && _targets[i].First - hit.Last < best; i++)
        {
            var distance = Distance(hit, _targets[i]);
            if (distance < best)
            {
                (best, nearest) = (distance, _targets[i]);
            }
        }

        if (best == int.MaxValue)
        {
            return None;
        }

        var sameSentence = tokens[hit.First].Sentence == tokens[nearest.First].Sentence;
        return ((sameSentence ? DistanceClass(best) : OtherSentence) * 2) + (hit.First > nearest.Last ? 1u : 0u);
    }

    private void PassThoseBefore(ConceptHit hit)
    {
        for (; _next < _targets.Length && _targets[_next].Last < hit.First; _next++)
        {
            _nearestBefore = _targets[_next].Last > _targets[_nearestBefore].Last ? _next : _nearestBefore;
        }
    }

    private static int Distance(ConceptHit hit, ConceptHit target) =>
        hit.First > target.Last ? hit.First - target.Last : Math.Max(0, target.First - hit.Last);

    private static uint DistanceClass(int tokens) => tokens switch
    {
        <= 2 => 0,
        <= 7 => 1,
        _ => 2,
    };
}
