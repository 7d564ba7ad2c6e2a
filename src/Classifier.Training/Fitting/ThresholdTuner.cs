namespace Classifier.Training.Fitting;

/// <summary>
/// Sets a label's threshold on the dev split: the middle of the plateau of best F1. Few positives make the best point
/// a matter of luck, so it is drawn toward 0.4 (half of the F1 that can be had, where calibrated probabilities peak) as if <see cref="PriorWeight"/> further positives spoke for that.
/// </summary>
internal static class ThresholdTuner
{
    private const int PriorWeight = 40;
    private const float Prior = 0.4f;
    private const float Lowest = 0.15f;
    private const float Highest = 0.85f;
    private const float Step = 0.01f;

    /// <param name="probabilities">One for each row.</param>
    /// <param name="truth">Whether each row carries the label.</param>
    public static float Tune(IReadOnlyList<float> probabilities, IReadOnlyList<bool> truth)
    {
        var positives = truth.Count(t => t);
        var (best, first, last) = (-1.0, 0.5f, 0.5f);
        for (var cut = Lowest; cut <= Highest; cut += Step)
        {
            var f1 = F1(probabilities, truth, cut);
            if (f1 > best + 1e-9)
            {
                (best, first, last) = (f1, cut, cut);
            }
            else if (f1 >= best - 1e-9)
            {
                last = cut;
            }
        }

        var middle = (first + last) / 2;
        return MathF.Round(((middle * positives) + (Prior * PriorWeight)) / (positives + PriorWeight), 3);
    }

    private static double F1(IReadOnlyList<float> probabilities, IReadOnlyList<bool> truth, float cut)
    {
        var (hits, given) = (0, 0);
        for (var i = 0; i < probabilities.Count; i++)
        {
            given += probabilities[i] >= cut ? 1 : 0;
            hits += probabilities[i] >= cut && truth[i] ? 1 : 0;
        }

        return 2.0 * hits / Math.Max(1, given + truth.Count(t => t));
    }
}
