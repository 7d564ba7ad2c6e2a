using Classifier.Training.Fitting;

namespace Classifier.Training.Comparison;

/// <summary>
/// Sets the threshold of one label of a baseline on the dev split; its scores are not calibrated, so each label has its
/// own. The mean of all cuts whose F1 is the best or hardly less, since the best point alone is a matter of luck; the
/// fewer the positives, the more it is drawn toward 0.4, as if <see cref="PriorWeight"/> further positives
/// spoke for that.
/// </summary>
internal static class ThresholdTuner
{
    private const int PriorWeight = 40;
    private const float Prior = 0.4f;

    /// <param name="probabilities">One for each row.</param>
    /// <param name="truth">Whether each row carries the label.</param>
    public static float Tune(IReadOnlyList<float> probabilities, IReadOnlyList<bool> truth)
    {
        var positives = truth.Count(t => t);
        var middle = FamilyThreshold.Tune([[.. probabilities]], [[.. truth]]);
        return MathF.Round(((middle * positives) + (Prior * PriorWeight)) / (positives + PriorWeight), 3);
    }
}
