namespace Classifier.Core.Lexicon;

/// <summary>A concept found in a text.</summary>
/// <param name="Concept">Index in <see cref="ConceptLexicon.ConceptNames"/>.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token, inclusive.</param>
/// <param name="IsImplied">It came along with another concept at the same place.</param>
public readonly record struct ConceptHit(int Concept, int First, int Last, bool IsImplied);
