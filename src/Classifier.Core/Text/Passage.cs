namespace Classifier.Core.Text;

/// <summary>One passage of a document.</summary>
/// <param name="Span">UTF-16 range in the document.</param>
/// <param name="IsQuote">The passage is the inside of a quotation.</param>
public readonly record struct Passage(TextSpan Span, bool IsQuote);

/// <summary>What a part of a document outside all passages is.</summary>
public enum AsideKind
{
    /// <summary>A link that stands by itself.</summary>
    Link,

    /// <summary>Who wrote the post: <c>— Name (@handle) January 20, 2026</c>.</summary>
    Attribution,

    /// <summary>Marks without words: those around a quotation that is a passage of its own, a line of stars.</summary>
    Mark,
}

/// <summary>A part of a document that belongs to no passage.</summary>
public readonly record struct Aside(TextSpan Span, AsideKind Kind);

/// <summary>A document cut into passages and asides, both in order.</summary>
internal sealed record SplitDocument(IReadOnlyList<Passage> Passages, IReadOnlyList<Aside> Asides);
