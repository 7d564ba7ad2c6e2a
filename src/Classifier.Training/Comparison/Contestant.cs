using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>What a contestant says of one passage, its language known.</summary>
/// <param name="Actors">Labels given.</param>
/// <param name="Events">Labels given.</param>
/// <param name="Stance">Stance toward each true actor.</param>
internal sealed record Verdict(
    IReadOnlyCollection<string> Actors, IReadOnlyCollection<string> Events, IReadOnlyDictionary<string, string> Stance);

/// <summary>A way to tag passages that can be trained on a corpus and judged beside others.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Learns from the train split, sets what it must on the dev split.</summary>
    /// <param name="corpus">All rows of the corpus; the test split must not be looked at.</param>
    /// <returns>A judge that gives one verdict for each row, in order.</returns>
    Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus);
}
