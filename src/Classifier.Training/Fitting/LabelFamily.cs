using Classifier.Training.Corpus;

namespace Classifier.Training.Fitting;

/// <summary>Labels that are fitted together.</summary>
/// <param name="Labels">Their names.</param>
/// <param name="Carries">Whether a row carries a label, given by its index.</param>
internal sealed record LabelFamily(IReadOnlyList<string> Labels, Func<CorpusRow, int, bool> Carries)
{
    public static LabelFamily Of(IReadOnlyList<string> labels, Func<CorpusRow, IReadOnlyList<string>> labelsOf) =>
        new(labels, (row, label) => labelsOf(row).Contains(labels[label]));

    /// <summary>These labels, then those of another family.</summary>
    public LabelFamily And(LabelFamily other) => new(
        [.. Labels, .. other.Labels],
        (row, label) => label < Labels.Count ? Carries(row, label) : other.Carries(row, label - Labels.Count));
}
