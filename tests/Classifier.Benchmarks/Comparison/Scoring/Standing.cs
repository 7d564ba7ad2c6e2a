namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>How one identifier did.</summary>
internal sealed record Standing(string Name, string Version, long ModelBytes, Speed? Speed, LanguageScores Scores);
