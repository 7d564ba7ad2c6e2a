namespace Classifier.Benchmarks.Stages;

/// <summary>The steps of a passage's path, in their order; then the path as a whole.</summary>
internal enum Stage
{
    Normalise,
    Identify,
    Words,
    Lexicon,
    Features,
    Score,
    Stance,
    Whole,
    WholeWithEvidence,
}
