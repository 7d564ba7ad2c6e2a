namespace Classifier.Training.Fitting;

/// <summary>Passages as vectors, each as a whole and word by word.</summary>
/// <param name="Vectors">One for each passage.</param>
/// <param name="Words">For each passage, its words as places in <paramref name="WordVectors"/>.</param>
/// <param name="WordVectors">
/// Each word that occurs once, as <see cref="Core.Features.FeatureExtractor.ExtractWord"/> gives it.
/// </param>
/// <param name="Cues">For each passage, the words that give an event type away, where readers marked them.</param>
internal sealed record PassageSet(
    IReadOnlyList<SparseVector> Vectors,
    IReadOnlyList<int[]> Words,
    IReadOnlyList<SparseVector> WordVectors,
    IReadOnlyList<IReadOnlyList<(string Label, int[] Words)>> Cues)
{
    /// <summary>The passages at the places given.</summary>
    public PassageSet At(IReadOnlyList<int> places) => new(
        [.. places.Select(i => Vectors[i])],
        [.. places.Select(i => Words[i])],
        WordVectors,
        [.. places.Select(i => Cues[i])]);
}
