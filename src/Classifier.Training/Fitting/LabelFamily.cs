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

    /// <summary>What a row is to teach of these labels; cues of labels that it does not carry are left out.</summary>
    public Lesson LessonOf(CorpusRow row, IReadOnlyList<(string Label, int[] Words)> cues) => new(
        [.. Labels.Select((_, label) => Carries(row, label) ? 1f : 0f)],
        [
            .. Labels.Index().Join(cues, l => l.Item, c => c.Label, (label, cue) => (label.Index, cue.Words))
                .Where(cue => Carries(row, cue.Index)),
        ]);
}
