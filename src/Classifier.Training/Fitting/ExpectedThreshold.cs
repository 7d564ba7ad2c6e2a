namespace Classifier.Training.Fitting;

/// <summary>
/// The threshold whose F1 is the best to be expected if calibrated probabilities are taken at their word (Lipton, Elkan
/// and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure, 2014). No row's own label has a say but
/// through the calibration of two numbers, so it does not hang on the luck of a label with few positives.
/// </summary>
internal static class ExpectedThreshold
{
    private const float Least = 0.15f;
    private const float Most = 0.85f;

    /// <param name="probabilities">Of one label, for rows in the proportions that are to be expected.</param>
    /// <returns>0.15 to 0.85, in thousandths.</returns>
    public static float Of(IReadOnlyList<float> probabilities)
    {
        var (total, above, best, cut) = (probabilities.Sum(p => (double)p), 0d, 0d, Most);
        foreach (var (index, probability) in probabilities.OrderDescending().Index())
        {
            above += probability;
            var f1 = 2 * above / (index + 1 + total);
            (best, cut) = f1 > best ? (f1, probability) : (best, cut);
        }

        return MathF.Round(Math.Clamp(cut, Least, Most), 3);
    }
}
