namespace Classifier.Training.Fitting;

/// <summary>A row's log-odds and whether it carries the label, for calibrators.</summary>
internal sealed class ScoredRow(float score, bool label)
{
    public float Score { get; } = score;

    public bool Label { get; } = label;
}
