namespace Classifier.Benchmarks.Comparison;

/// <summary>A language identifier, ready to answer.</summary>
internal interface IIdentifier
{
    /// <summary>The model and what runs it, with their versions.</summary>
    string Version { get; }

    /// <summary>Bytes of the model's files.</summary>
    long ModelBytes { get; }

    /// <summary>Answers all texts in order, on one thread.</summary>
    /// <param name="texts">Texts without line breaks.</param>
    /// <param name="passes">How often the answers are timed at least, after a warm-up.</param>
    /// <exception cref="Classifier.Core.ClassifierException">A program that it needs failed.</exception>
    Answers Identify(IReadOnlyList<string> texts, int passes);
}

/// <summary>What an identifier said of the texts, and what that cost.</summary>
/// <param name="Labels">Its own label for each text.</param>
/// <param name="Passes">Processor time of each timed pass over all texts.</param>
internal sealed record Answers(IReadOnlyList<string> Labels, IReadOnlyList<TimeSpan> Passes);
