using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>Probabilities to labels: those at or over their threshold, the surest first.</summary>
/// <param name="labels">Label names.</param>
/// <param name="thresholds">One for each label.</param>
internal sealed class ThresholdedLabels(IReadOnlyList<string> labels, IReadOnlyList<float> thresholds)
{
    /// <summary>
    /// With a threshold for each label, set on <see cref="Splits.ForThresholds"/>: scores of baselines
    /// are not calibrated.
    /// </summary>
    /// <param name="labels">Label names.</param>
    /// <param name="dev">Those rows.</param>
    /// <param name="scores">Probabilities of those rows: one list for each label.</param>
    /// <param name="labelsOf">True labels of a row.</param>
    public static ThresholdedLabels Tuned(
        IReadOnlyList<string> labels,
        IReadOnlyList<CorpusRow> dev,
        IReadOnlyList<float[]> scores,
        Func<CorpusRow, IReadOnlyList<string>> labelsOf) =>
        new(
            labels,
            [.. labels.Select((label, i) =>
                ThresholdTuner.Tune(scores[i], [.. dev.Select(r => labelsOf(r).Contains(label))]))]);

    /// <summary>Labels of one row, the surest first, <paramref name="most"/> at most.</summary>
    public List<string> Of(IReadOnlyList<IReadOnlyList<float>> scores, int row, int most) =>
        [.. labels
            .Select((label, i) => (label, Score: scores[i][row], Cut: thresholds[i]))
            .Where(s => s.Score >= s.Cut)
            .OrderByDescending(s => s.Score)
            .Take(most)
            .Select(s => s.label)];
}
