using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Service.Tagging;

/// <summary>
/// Offsets inside one passage in the caller's unit. The passage has a converter of its own, since evidence jumps back
/// and forth: in a long document each step back would cost a walk from its front.
/// </summary>
internal sealed class OffsetMap
{
    private readonly OffsetConverter _inside;
    private readonly TextSpan _passage;

    /// <param name="text">The whole text, or document.</param>
    /// <param name="passage">Where the passage stands in it.</param>
    /// <param name="unit">The caller's unit.</param>
    /// <param name="document">Converts offsets of the whole text; asked for the passage's ends only.</param>
    public OffsetMap(string text, TextSpan passage, OffsetUnit unit, OffsetConverter document)
    {
        _passage = passage;
        _inside = new OffsetConverter(unit == OffsetUnit.Utf16 ? text : text[passage.Start..passage.End], unit);
        Passage = document.Convert(passage);
    }

    /// <summary>The passage itself.</summary>
    public TextSpan Passage { get; }

    public V1.Evidence? Map(IReadOnlyList<Evidence>? evidence)
    {
        if (evidence is null)
        {
            return null;
        }

        var mapped = new V1.Evidence();
        foreach (var piece in evidence)
        {
            mapped.Spans.Add(new V1.EvidenceSpan
            {
                Start = Convert(piece.Span.Start),
                End = Convert(piece.Span.End),
                Weight = Rounded.Of(piece.Weight),
            });
        }

        return mapped;
    }

    private int Convert(int offset) => Passage.Start + _inside.Convert(offset - _passage.Start);
}
